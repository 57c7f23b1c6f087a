import Ledger
import ShopFixtures
import Till

/// The machine under a simulated till: its books over the recording file system, one process after
/// the other, one history after the other.
///
/// It is kept for many histories: what each costs is what its till does, not what building shops
/// costs. The books are put back to the template's bytes before each.
final class Machine {
    let recorder: Recorder
    /// The till of the process that runs.
    private(set) var shop: Shop?
    private let template: [UInt8]
    private var isAlone = false
    private let inspector: Inspector
    private let signature: Inspector.Question
    private let laws: Inspector.Question
    private let given: Inspector.Question

    init(_ template: [UInt8]) throws {
        self.template = template
        recorder = try Recorder(try TemporaryFolder(inMemory: true))
        inspector = try Inspector(recorder)
        signature = inspector.question(BookLaws.signature)
        laws = inspector.question(BookLaws.laws.map(\.query))
        given = inspector.question(
            ["NOT ", ""].map { kind in
                """
                SELECT ifnull(sum(1 << CAST(substr(number, -6) AS INTEGER)), 0) FROM bill
                WHERE \(kind)credit_note_of IS NOT NULL
                """
            })
    }

    /// Puts the books back and starts a till; a process that is there goes on with other books.
    ///
    /// Whether other programs have the books open meanwhile makes a difference to SQLite.
    func begin(isAlone: Bool = false) throws {
        self.isAlone = isAlone
        recorder.disarm()
        recorder.load(template)
        if let shop {
            try shop.restart(clock: FixedClock())
        } else {
            shop = try ProofShop.open(in: recorder.folder, clock: FixedClock())
        }
    }

    /// Ends the process without asking it; its files become those that the kill left.
    func kill(withLog: Bool = true) throws {
        let clock = shop?.clock ?? FixedClock()
        drop()
        recorder.revive(withLog: withLog)
        shop = try ProofShop.open(in: recorder.folder, clock: clock)
    }

    /// Ends the process.
    func drop() {
        // The process is dead: how its connection ends is nobody's concern.
        try? shop?.ledger?.close()
        shop = nil
    }

    /// The state of the books in a few numbers.
    func look() throws -> [Int64] {
        // As long as somebody has the books open, SQLite's index of the log stays.
        defer { if isAlone { inspector.close() } }
        guard let answers = inspector.ask(signature) else {
            throw ProofError("the books cannot be read")
        }
        return answers
    }

    /// Throws when the books break a law.
    func checkLaws() throws {
        guard let answers = inspector.ask(laws, [0]) else {
            throw ProofError("the books cannot be read")
        }
        let broken = BookLaws.broken(answers: answers[...])
        guard broken.isEmpty else { throw ProofError("broken: \(broken.joined(separator: "; "))") }
    }

    /// The numbers of all bills and of all credit notes, as sets of their last digits.
    func numbers() throws -> Numbers {
        guard let answers = inspector.ask(given) else {
            throw ProofError("the books cannot be read")
        }
        return Numbers(
            bills: UInt64(bitPattern: answers[0]), notes: UInt64(bitPattern: answers[1]))
    }
}

/// Numbers that were given: of a history's bills and credit notes, which are fewer than sixty each.
struct Numbers: Hashable {
    var bills: UInt64 = 0
    var notes: UInt64 = 0

    /// Adds a number as the till says it.
    mutating func insert(_ number: Substring) {
        guard let sequence = UInt64(number.suffix(6)), sequence < 64 else { return }
        if number.hasPrefix("BILL-") { bills |= 1 << sequence } else { notes |= 1 << sequence }
    }

    /// Whether all of them are among others.
    func isSubset(of others: Numbers) -> Bool {
        bills & ~others.bills == 0 && notes & ~others.notes == 0
    }
}
