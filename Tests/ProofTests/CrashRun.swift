import GRDB
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

    /// What the cuts of a run found.
    struct Findings {
        var images = 0
        /// Books that SQLite could not read.
        var unreadable = 0
        /// Books in which an acknowledged step was missing, or half a step was to be seen.
        var wrong = 0
        /// Books that broke a law.
        var unlawful = 0
        /// The first thing that was found, with its seed.
        var first: String?

        var isClean: Bool { unreadable == 0 && wrong == 0 && unlawful == 0 }

        mutating func note(_ what: String) { first = first ?? what }
    }

    private let seed: UInt64
    private let recorder: Recorder
    private var steps: [Step] = []

    /// Sells by chance for a number of steps; now and then the log is brought into the database and
    /// begun anew, or the books are closed and opened again.
    init(seed: UInt64, steps count: Int, honesty: Recorder.Honesty) throws {
        self.seed = seed
        let folder = try TemporaryFolder(inMemory: true)
        recorder = try Recorder(folder, honesty: honesty)
        let shop = try ProofShop.make(in: folder)
        var events = TillSteps(seed: seed)
        var random = SeededGenerator(seed: ~seed)
        // The log of the making has every page in it and would hide what happens to the database:
        // the next generation of the log is short.
        try Self.checkpoint(folder)
        shop.type(ProofShop.codes[0], "void")
        recorder.start()
        steps.append(Step(begun: 0, settled: 0, signature: try Self.signature(of: folder)))
        for _ in 0..<count {
            let begun = recorder.position
            if random.once(in: 12) { try Self.checkpoint(folder) }
            if random.once(in: 30) { try shop.reopenBooks() }
            _ = shop.till.step([events.next()])
            _ = shop.till.settle()
            steps.append(
                Step(
                    begun: begun, settled: recorder.position,
                    signature: try Self.signature(of: folder)))
        }
        try shop.ledger?.close()
    }

    /// Brings the log into the database, which SQLite itself does after a thousand pages.
    private static func checkpoint(_ folder: TemporaryFolder) throws {
        let queue = try DatabaseQueue(path: folder.path + "/galla.sqlite")
        try queue.inDatabase { _ = try $0.checkpoint() }
        try queue.close()
    }

    private static func signature(of folder: TemporaryFolder) throws -> [Int64] {
        let sql = "SELECT " + BookLaws.signature.map { "(\($0))" }.joined(separator: ", ")
        return try query(sql, folder: folder.path)[0].map { Int64(Double($0) ?? -1) }
    }

    /// Cuts the power at as many moments and looks at what is left.
    func cut(images: Int, into findings: inout Findings) throws {
        var random = SeededGenerator(seed: seed &* 1_000_003)
        let end = recorder.position
        let positions = (0..<images).map { _ in Int64.random(in: 0...end, using: &random) }.sorted()
        let folder = try TemporaryFolder(inMemory: true)
        for position in positions {
            try recorder.image(at: position, seed: random.next(), into: folder)
            findings.images += 1
            judge(folder, at: position, into: &findings)
        }
    }

    private func judge(
        _ folder: TemporaryFolder, at position: Int64, into findings: inout Findings
    ) {
        let place = "seed \(seed), cut after operation \(position)"
        let queries = BookLaws.signature + BookLaws.laws.map(\.query)
        guard let answers = Recorder.ask(queries, of: folder) else {
            findings.unreadable += 1
            findings.note("\(place): SQLite cannot read the books")
            return
        }
        let signature = Array(answers.prefix(BookLaws.signature.count))
        let safe = steps.lastIndex { $0.settled <= position } ?? 0
        let begun = steps.lastIndex { $0.begun < position } ?? 0
        if !steps[safe...max(safe, begun)].contains(where: { $0.signature == signature }) {
            findings.wrong += 1
            findings.note(
                "\(place): the books say \(signature), step \(safe) was acknowledged with "
                    + "\(steps[safe].signature)")
        }
        let broken = BookLaws.broken(answers: answers.dropFirst(signature.count))
        if !broken.isEmpty {
            findings.unlawful += 1
            findings.note("\(place): broken: \(broken.joined(separator: "; "))")
        }
    }
}
