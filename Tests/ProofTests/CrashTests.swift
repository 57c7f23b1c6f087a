import Proofs
import Testing

/// Power cuts: of everything that was not synced, each sector may be new, old or garbage.
@Suite("power cuts")
struct CrashTests {
    private func findings(runs: UInt64, _ honesty: Recorder.Honesty) throws -> CrashFindings {
        let proof = try CrashProof(honesty)
        for seed in 1...runs { try proof.run(seed: seed, images: 100) }
        return proof.findings
    }

    @Test("no acknowledged step is lost, and none is to be seen in part")
    func nothingIsLost() throws {
        let found = try findings(runs: 3, .honest)
        #expect(found.images == 300)
        #expect(found.isClean, "\(found)")
        // The same was read from files, without the connection that stays open.
        #expect(found.saved >= 4)
    }

    @Test("the same cuts lose acknowledged bills where SQLite works with synchronous=NORMAL")
    func normalFails() throws {
        let found = try findings(runs: 5, .normal)
        #expect(found.wrong > 25, "\(found)")
    }

    @Test("the same cuts leave books that contradict themselves where nothing is synced at all")
    func offFails() throws {
        let found = try findings(runs: 5, .off)
        #expect(found.unreadable + found.unlawful > 25, "\(found)")
    }
}
