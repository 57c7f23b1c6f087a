/// Power cuts: of everything that was not synced, each sector may be new, old or garbage.
package final class CrashProof {
    /// How many cuts one run of the till has.
    package static let imagesPerRun = 500
    private static let stepsPerRun = 60

    private let disks: CrashRun.Disks
    /// What was found so far.
    package private(set) var findings = CrashFindings()

    /// Makes the disks; other than `.honest` is a mistake on purpose, to see that it is found.
    package init(_ honesty: Recorder.Honesty = .honest) throws {
        disks = try CrashRun.Disks(honesty)
    }

    /// Lets the till of a seed sell, and cuts its power.
    package func run(seed: UInt64, images: Int = imagesPerRun) throws {
        let run = try CrashRun(seed: seed, steps: Self.stepsPerRun, on: disks)
        try run.cut(images: images, into: &findings)
    }
}
