import Ledger
import Seeds
import ShopFixtures
import Till

/// A till that sells over the recording file system, and the power cuts in what it recorded.
struct CrashRun {
    /// How far the record was when a step began and when it was settled, and the shop after it.
    private struct Step {
        let begun: Int64
        let settled: Int64
        let signature: [Int64]
    }

    /// The disk that a till sells on, and the disk that a cut leaves; kept for many runs.
    final class Disks {
        let recorder: Recorder
        let image: Recorder
        /// Where an image is written to be read by SQLite's own file system.
        let saved: TemporaryFolder
        fileprivate let template: [UInt8]
        fileprivate let inspector: Inspector
        fileprivate let signature: Inspector.Question
        fileprivate let checkpoint: Inspector.Question
        fileprivate let judge: Inspector
        fileprivate let verdict: Inspector.Question

        init(_ honesty: Recorder.Honesty) throws {
            // Made honestly: what is recorded begins with the sales.
            template = try ProofShop.template(pieces: 500)
            recorder = try Recorder(try TemporaryFolder(inMemory: true), honesty: honesty)
            image = try Recorder(try TemporaryFolder(inMemory: true))
            saved = try TemporaryFolder(inMemory: true)
            inspector = try Inspector(recorder)
            signature = inspector.question(BookLaws.signature)
            checkpoint = inspector.question("PRAGMA wal_checkpoint(PASSIVE)", columns: 3)
            judge = try Inspector(image)
            verdict = judge.question(CrashRun.queries)
        }
    }

    private static let queries = BookLaws.signature + BookLaws.queries
    /// Every so many images are read by SQLite's own file system too, from files.
    private static let savedOnceIn = 64

    private let seed: UInt64
    private let disks: Disks
    private var steps: [Step] = []

    /// Sells by chance for a number of steps; now and then the log is brought into the database and
    /// begun anew, or the books are closed and opened again.
    init(seed: UInt64, steps count: Int, on disks: Disks) throws {
        self.seed = seed
        self.disks = disks
        var events = TillSteps(seed: seed)
        var random = SeededGenerator(seed: ~seed)
        disks.inspector.close()
        disks.recorder.stop()
        disks.recorder.load(disks.template)
        let shop = try ProofShop.open(in: disks.recorder.folder, clock: FixedClock())
        shop.type(ProofShop.codes[0], "void")
        disks.recorder.start()
        steps.append(Step(begun: 0, settled: 0, signature: try look()))
        for _ in 0..<count {
            let begun = disks.recorder.position
            if random.once(in: 12) { _ = disks.inspector.ask(disks.checkpoint) }
            if random.once(in: 30) {
                // The last one to close the books brings the log into the database.
                disks.inspector.close()
                try shop.reopenBooks()
            }
            _ = shop.till.step([events.next()])
            _ = shop.till.settle()
            steps.append(
                Step(begun: begun, settled: disks.recorder.position, signature: try look()))
        }
        try shop.ledger?.close()
    }

    private func look() throws -> [Int64] {
        guard let answers = disks.inspector.ask(disks.signature) else {
            throw ProofError("seed \(seed): the books cannot be read")
        }
        return answers
    }

    /// Cuts the power at as many moments and looks at what is left.
    func cut(images: Int, into findings: inout CrashFindings) throws {
        var random = SeededGenerator(seed: seed &* 1_000_003)
        let end = disks.recorder.position
        let positions = (0..<images).map { _ in Int64.random(in: 0...end, using: &random) }.sorted()
        for position in positions {
            try disks.recorder.image(at: position, seed: random.next(), into: disks.image)
            findings.images += 1
            let isSaved = findings.images % Self.savedOnceIn == 0
            let saved = isSaved ? try disks.image.askSaved(Self.queries, in: disks.saved) : nil
            let answers = disks.judge.ask(disks.verdict)
            if isSaved {
                findings.saved += 1
                guard saved == answers else {
                    throw ProofError("\(place(position)): from files the books say something else")
                }
            }
            judge(answers, at: position, into: &findings)
        }
    }

    private func place(_ position: Int64) -> String {
        "seed \(seed), cut after operation \(position)"
    }

    private func judge(_ answers: [Int64]?, at position: Int64, into findings: inout CrashFindings)
    {
        guard let answers else {
            findings.unreadable += 1
            findings.note("\(place(position)): SQLite cannot read the books")
            return
        }
        let signature = Array(answers.prefix(BookLaws.signature.count))
        let safe = steps.lastIndex { $0.settled <= position } ?? 0
        let begun = steps.lastIndex { $0.begun < position } ?? 0
        if !steps[safe...max(safe, begun)].contains(where: { $0.signature == signature }) {
            findings.wrong += 1
            findings.note(
                "\(place(position)): the books say \(signature), step \(safe) was acknowledged "
                    + "with \(steps[safe].signature)")
        }
        let broken = BookLaws.broken(answers: answers.dropFirst(signature.count))
        if !broken.isEmpty {
            findings.unlawful += 1
            findings.note("\(place(position)): broken: \(broken.joined(separator: "; "))")
        }
    }
}

/// What the cuts of some runs found.
package struct CrashFindings: Sendable {
    /// How many cuts there were.
    package internal(set) var images = 0
    /// How many of them were read a second time, from files, with the same answers.
    package internal(set) var saved = 0
    /// Books that SQLite could not read.
    package internal(set) var unreadable = 0
    /// Books in which an acknowledged step was missing, or half a step was to be seen.
    package internal(set) var wrong = 0
    /// Books that broke a law.
    package internal(set) var unlawful = 0
    /// The first thing that was found, with its seed.
    package private(set) var first: String?

    /// Whether nothing was found.
    package var isClean: Bool { unreadable == 0 && wrong == 0 && unlawful == 0 }

    mutating func note(_ what: String) { first = first ?? what }
}
