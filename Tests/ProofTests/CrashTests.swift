import Seeds
import Testing

/// Power cuts: of everything that was not synced, each sector may be new, old or garbage.
@Suite("power cuts")
struct CrashTests {
    private static let imagesPerRun = 500

    private func findings(
        images: Int, honesty: Recorder.Honesty = .honest
    ) throws -> CrashRun.Findings {
        var findings = CrashRun.Findings()
        for seed in Campaign.firstSeed... {
            let run = try CrashRun(seed: seed, steps: 60, honesty: honesty)
            try run.cut(images: min(images, Self.imagesPerRun), into: &findings)
            if findings.images >= images { break }
        }
        return findings
    }

    @Test("no acknowledged step is lost, and none is to be seen in part")
    func nothingIsLost() throws {
        let images = Campaign.count(short: 5_000, long: 1_000_000)
        let found = try findings(images: images)
        print("power cuts: \(found.images) images, first fault: \(found.first ?? "none")")
        #expect(found.images >= images)
        #expect(found.isClean, "\(found)")
    }

    @Test("the same cuts lose acknowledged bills where SQLite works with synchronous=NORMAL")
    func normalFails() throws {
        let found = try findings(images: 500, honesty: .normal)
        #expect(found.wrong > 25, "\(found)")
    }

    @Test("the same cuts leave books that contradict themselves where nothing is synced at all")
    func offFails() throws {
        let found = try findings(images: 500, honesty: .off)
        #expect(found.unreadable + found.unlawful > 25, "\(found)")
    }
}
