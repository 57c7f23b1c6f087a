import GRDB
import Ledger
package import Seeds
import ShopFixtures
import Till

/// The books of a shop that has sold, and copies of them in which one bit is another.
package final class FlippedBooks {
    /// What became of one flip.
    package enum Outcome {
        /// Every closed bill reads as before.
        case harmless
        /// A closed bill reads differently or not at all, and the check of the chain says so.
        case found
        /// A closed bill reads differently and the check says that all is well.
        case missed(String)
    }

    private let recorder: Recorder
    private let sound: [UInt8]
    private let content: [String]
    /// Where the rows of closed bills are: SQLite fills a page from its end.
    private let rows: [Range<Int>]
    private static let pageSize = 4_096
    private static let tables = [
        "bill", "bill_line", "bill_line_batch", "payment", "payment_correction",
    ]

    /// Sells by chance, then closes the books with an empty log.
    package init(seed: UInt64 = 1, steps: Int) throws {
        let folder = try TemporaryFolder(inMemory: true)
        recorder = try Recorder(folder)
        let shop = try ProofShop.make(in: folder)
        var events = TillSteps(seed: seed)
        for _ in 0..<steps { _ = shop.till.step([events.next()]) }
        try shop.ledger?.close()
        let queue = try DatabaseQueue(path: folder.path + "/galla.sqlite")
        try queue.inDatabase { _ = try $0.checkpoint(.truncate) }
        rows = try queue.read { database in
            let names = Self.tables.map { "'\($0)'" }.joined(separator: ", ")
            return try Row.fetchAll(
                database,
                sql: "SELECT pageno, unused FROM dbstat WHERE name IN (\(names)) ORDER BY pageno"
            ).map { row in
                let end = (row[0] as Int) * Self.pageSize
                return end - Self.pageSize + (row[1] as Int)..<end
            }
        }
        try queue.close()
        sound = recorder.database
        content = try Self.content(of: folder)
    }

    /// Flips one bit: mostly in a row of a closed bill, now and then anywhere.
    package func flip(with random: inout SeededGenerator) throws -> Outcome {
        let row = random.once(in: 8) ? nil : rows.randomElement(using: &random)
        let place = Int.random(in: row ?? sound.indices, using: &random)
        recorder.load(sound)
        recorder.flip(bit: UInt8.random(in: 0..<8, using: &random), at: place)
        let isFound = Self.isFound(in: recorder.folder)
        let now: [String]
        do {
            now = try Self.content(of: recorder.folder)
        } catch {
            return isFound ? .found : .missed("byte \(place): \(error)")
        }
        guard now != content else { return .harmless }
        return isFound
            ? .found : .missed("byte \(place) of the file (page \(place / Self.pageSize + 1))")
    }

    /// Whether the check finds a fault, or cannot read to the end.
    private static func isFound(in folder: TemporaryFolder) -> Bool {
        var check = ChainCheck()
        do {
            let reader = try LedgerReader(folder: folder.path)
            while !check.isDone { try reader.read { try check.advance(in: $0) } }
            return check.fault != nil
        } catch {
            return true
        }
    }

    /// Every value of every closed bill, with its type, as a reader of the tables gets it.
    private static func content(of folder: TemporaryFolder) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(
            path: folder.path + "/galla.sqlite", configuration: configuration)
        return try queue.read { database in
            try tables.flatMap { table in
                let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
                return rows.map { row in
                    row.databaseValues.map(\.description).joined(separator: "|")
                }
            }
        }
    }
}
