/// The check of a whole shop in slices, so that no snapshot is long and a till sells beside it.
///
/// SQLite's own checks go table by table, the chain and the movements some thousand rows at a time.
/// Faults are gathered, at most `mostFaults` of a stage. SQLite's checks see only half of the single
/// bits that flip, and few of those that change a bill: the chain sees all of these.
package struct BooksCheck: Sendable {
    /// What is looked at, in this order.
    package enum Stage: String, CaseIterable, Sendable {
        /// SQLite's own structure: every table and its indexes.
        case file = "database file"
        /// Rows that other rows name.
        case references
        /// Every closed bill against the chain.
        case bills
        /// Every batch against its movements.
        case stock
        /// Customers' numbers against their counter.
        case customers
    }

    /// Of each stage no more faults than this are kept; one is enough to stop selling.
    static let mostFaults = 20

    /// The stage that comes next; nil when everything has been looked at.
    package private(set) var stage: Stage? = .file
    /// What was found wrong, in the order of finding; empty in a sound shop.
    package internal(set) var faults: [BooksFault] = []
    /// The check of the bills, as far as it has come.
    package internal(set) var chain = ChainCheck()
    /// How many tables SQLite looked through.
    package internal(set) var tables = 0
    /// How many batches were compared with their movements.
    package internal(set) var batches = 0
    /// How many movements were added up.
    package internal(set) var movements = 0

    /// The tables of the stage that are still to be looked at; nil before the stage begins.
    var waiting: [String]?
    var lastMovement: Int64 = 0
    var moved: [Int64: Int64] = [:]

    /// Begins before the first stage.
    package init() {}

    /// Whether everything has been looked at.
    package var isDone: Bool { stage == nil }

    /// Looks at the next slice, of up to `limit` rows where a stage can be cut, in one snapshot.
    package mutating func advance(in books: Books, limit: Int = 5_000) throws {
        guard let stage else { return }
        let isOver =
            switch stage {
            case .file: try checkTable(in: books)
            case .references: try checkReferences(in: books)
            case .bills: try checkBills(in: books, limit: limit)
            case .stock: try checkStock(in: books, limit: limit)
            case .customers: try checkCustomers(in: books)
            }
        if isOver { self.stage = stage.next }
    }

    /// Takes an error of SQLite for what it is, and goes on with the next stage.
    package mutating func stopped(by error: any Error) {
        guard let stage else { return }
        faults.append(.unreadable(stage, reason: "\(error)"))
        waiting = nil
        self.stage = stage.next
    }

    /// Keeps a fault, unless the stage has enough.
    mutating func add(_ fault: BooksFault, nth: Int) {
        if nth <= Self.mostFaults { faults.append(fault) }
    }
}

extension BooksCheck.Stage {
    /// The stage after this one.
    var next: BooksCheck.Stage? {
        let all = Self.allCases
        guard let place = all.firstIndex(of: self), place + 1 < all.count else { return nil }
        return all[place + 1]
    }
}

extension BooksCheck {
    /// Looks at everything, slice by slice, as long as `goesOn` says so, which is asked before each.
    package mutating func run(in reader: LedgerReader, while goesOn: () -> Bool = { true }) {
        while !isDone, goesOn() {
            do throws(LedgerError) {
                try reader.read { books in try self.advance(in: books) }
            } catch {
                stopped(by: error)
            }
        }
    }
}
