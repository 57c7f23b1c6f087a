import Billing
import Exchange
import Foundation
import GRDB
import Ledger
import ShopFixtures
import Testing

/// Backups of a shop that sells, and what may come into its place.
@Suite("backup and restore")
struct BackupTests {
    private func soldShop() throws -> Shop {
        let shop = try Shop(printerName: nil)
        shop.type("3*\(Shop.codeA)", "phone 9876543210", "cash 500")
        shop.type(Shop.codeB, "cash 100")
        return shop
    }

    /// Does something in the shop of a folder, and closes it.
    private func within(
        _ folder: TemporaryFolder, stock: Bool = false, _ body: (Shop) throws -> Void
    ) throws {
        let clock = FixedClock(run: UUID().uuidString)
        let shop = try Shop(printerName: nil, stock: stock, folder: folder, clock: clock)
        try body(shop)
    }

    private func expectLast(_ number: String, in shop: Shop) throws {
        let last = try shop.lastBill()?.invoiceNumber
        #expect(last == number)
    }

    /// A closed shop with two bills, and a backup of it.
    private func backedUpShop() throws -> (folder: TemporaryFolder, backup: String) {
        let folder = try TemporaryFolder()
        try within(folder, stock: true) { shop in
            shop.type("3*\(Shop.codeA)", "phone 9876543210", "cash 500")
            shop.type(Shop.codeB, "cash 100")
        }
        let backup = folder.path + "/backup.sqlite"
        _ = try ShopBackup.make(of: folder.path, at: backup)
        return (folder, backup)
    }

    private func restore(
        _ file: String, into folder: TemporaryFolder, mayLose: Bool = false
    ) throws(BackupError) -> BackupReport {
        try ShopRestore(of: file, into: folder.path, time: "2026-11-15-103000")
            .run(mayLose: mayLose, holder: .brief("a test"))
    }

    /// What is in a folder, without what belongs to the database that is open.
    private func files(_ folder: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder))
            .subtracting(["galla.sqlite", "galla.sqlite-wal", "galla.sqlite-shm", "owner.lock"])
    }

    @Test("a backup made while the till sells has the books of one moment, and stands alone")
    func whileSelling() throws {
        let shop = try soldShop()
        let folder = try TemporaryFolder()
        let path = folder.path + "/backup.sqlite"
        var steps = 0
        let report = try ShopBackup.make(of: shop.folder.path, at: path) {
            guard steps < 4 else { return true }
            shop.type(Shop.codeB, "cash 100")
            steps += 1
            return true
        }
        #expect(steps > 0)
        #expect(report.bills == 2)
        #expect(report.lastNumber == "BILL-2601000002")
        #expect(report.head?.count == 64)
        #expect(try files(folder.path) == ["backup.sqlite"])
        try expectLast("BILL-260100000\(2 + steps)", in: shop)
    }

    @Test("a file that is there is never overwritten")
    func overwriting() throws {
        let shop = try soldShop()
        let folder = try TemporaryFolder()
        let path = folder.path + "/backup.sqlite"
        try "a letter".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: BackupError.exists(path)) {
            try ShopBackup.make(of: shop.folder.path, at: path)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "a letter")
        #expect(try files(folder.path) == ["backup.sqlite"])
    }

    @Test("a place that cannot be written to is named, and nothing is left there")
    func unwritable() throws {
        let shop = try soldShop()
        let path = shop.folder.path + "/no such folder/backup.sqlite"
        let error = #expect(throws: BackupError.self) {
            try ShopBackup.make(of: shop.folder.path, at: path)
        }
        #expect("\(try #require(error))".contains("no such folder"))
    }

    @Test("a disk without room is named with what is needed, and nothing is written")
    func noRoom() throws {
        let shop = try soldShop()
        let folder = try TemporaryFolder()
        let error = #expect(throws: BackupError.self) {
            try ShopBackup.make(
                of: shop.folder.path, at: folder.path + "/backup.sqlite", leaving: 1 << 60)
        }
        #expect("\(try #require(error))".hasPrefix("\(folder.path) has room for "))
        #expect(try files(folder.path) == [])
    }

    @Test("a damaged shop gives no backup; its copy is kept and named, and says what is wrong")
    func damagedShop() throws {
        let shop = try soldShop()
        try shop.tamper("UPDATE batch SET quantity = 9 WHERE id = 1")
        let folder = try TemporaryFolder()
        let path = folder.path + "/backup.sqlite"
        let error = #expect(throws: BackupError.self) {
            try ShopBackup.make(of: shop.folder.path, at: path)
        }
        #expect(
            "\(try #require(error))".contains("batch 1 holds 0.009, but its movements add up to 0"))
        #expect(try files(folder.path) == ["backup.sqlite.damaged"])
    }

    private let aside = "before-restore-2026-11-15-103000.sqlite"

    @Test("a restored shop sells on where the backup stopped; what was there is kept beside it")
    func restoring() throws {
        let (folder, backup) = try backedUpShop()
        try within(folder) { $0.type(Shop.codeB, "cash 100") }
        #expect(try restore(backup, into: folder, mayLose: true).lastNumber == "BILL-2601000002")
        let kept = try LedgerReader(backup: "\(folder.path)/\(aside)")
        #expect(try kept.read { try $0.newestNumber() } == "BILL-2601000003")
        try within(folder) { shop in
            try expectLast("BILL-2601000002", in: shop)
            shop.type(Shop.codeB, "cash 100")
            try expectLast("BILL-2601000003", in: shop)
        }
        #expect(try files(folder.path) == ["backup.sqlite", aside])
    }

    @Test("a restore that takes nothing away asks nothing: the same books, or an empty folder")
    func nothingLost() throws {
        let (folder, backup) = try backedUpShop()
        #expect(try restore(backup, into: folder).bills == 2)
        let empty = try TemporaryFolder()
        #expect(try restore(backup, into: empty).bills == 2)
        #expect(try files(empty.path) == [])
        try within(empty) { shop in
            try expectLast("BILL-2601000002", in: shop)
        }
    }

    @Test("newer bills, and those of another shop, are named before they are put aside")
    func wouldLose() throws {
        let (folder, backup) = try backedUpShop()
        try within(folder) { shop in
            shop.type(Shop.codeB, "cash 100")
            shop.type(Shop.codeB, "cash 100")
        }
        #expect(throws: BackupError.wouldLose(.newer(documents: 2, upTo: "BILL-2601000004"))) {
            try restore(backup, into: folder)
        }
        let other = try TemporaryFolder()
        try within(other, stock: true) { $0.type(Shop.codeB, "cash 100") }
        #expect(throws: BackupError.wouldLose(.others(upTo: "BILL-2601000001"))) {
            try restore(backup, into: other)
        }
        #expect(try files(other.path) == [])
        try within(other) { try expectLast("BILL-2601000001", in: $0) }
    }

    @Test("what came after the backup beside bills is named too: a delivery, a customer")
    func wouldLoseStock() throws {
        let (folder, backup) = try backedUpShop()
        try within(folder, stock: false) { shop in
            try shop.ledger?.transaction { books in
                try books.receive(ProductID(1), "A3", day: 3, quantity: 1, cost: 8_000)
            }
        }
        #expect(throws: BackupError.wouldLose(.changes(["1 stock movements"]))) {
            try restore(backup, into: folder)
        }
    }

    @Test("books of an earlier version are copied before they are changed, and can be put back")
    func upgrade() throws {
        let (folder, _) = try backedUpShop()
        try makeOlder(folder.path + "/galla.sqlite")
        try within(folder) { try expectLast("BILL-2601000002", in: $0) }
        let kept = folder.path + "/before-upgrade-1.sqlite"
        #expect(try LedgerReader(backup: kept).isOlder())
        #expect(try files(folder.path) == ["backup.sqlite", "before-upgrade-1.sqlite"])
        #expect(try restore(kept, into: folder, mayLose: true).bills == 2)
    }

    @Test("a shop that is open is not restored into")
    func openShop() throws {
        let (folder, backup) = try backedUpShop()
        try within(folder) { _ in
            let error = #expect(throws: BackupError.self) {
                try ShopRestore(of: backup, into: folder.path, time: "x")
                    .run(mayLose: true, holder: .brief("a test"))
            }
            guard case .books(.owned) = try #require(error) else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    /// Takes the newest tables of books away, as an earlier version has them.
    private func makeOlder(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(
                sql:
                    "DROP TABLE bill_chain; DELETE FROM grdb_migrations WHERE identifier = 'bill-chain'"
            )
        }
        try queue.close()
    }

    @Test("a backup of an earlier version is brought up to this one's", arguments: [false, true])
    func older(hasShop: Bool) throws {
        let (folder, backup) = try backedUpShop()
        try makeOlder(backup)
        let target = hasShop ? folder : try TemporaryFolder()
        #expect(try restore(backup, into: target).bills == 2)
        #expect(try files(target.path) == (hasShop ? ["backup.sqlite", aside] : []))
    }

    @Test(
        "what is no sound backup is refused, and the shop is as it was",
        arguments: ["missing", "text", "empty", "foreign", "cut short", "newer", "tampered"])
    func refused(kind: String) throws {
        let (folder, backup) = try backedUpShop()
        let before = try dump(folder: folder.path)
        try spoil(backup, kind)
        let error = #expect(throws: BackupError.self) {
            try restore(backup, into: folder, mayLose: true)
        }
        #expect("\(try #require(error))".contains(folder.path))
        #expect(try dump(folder: folder.path) == before)
        #expect(try files(folder.path).subtracting(["backup.sqlite"]) == [])
    }

    private func spoil(_ path: String, _ kind: String) throws {
        let url = URL(filePath: path)
        switch kind {
        case "missing": try FileManager.default.removeItem(atPath: path)
        case "text": try "a letter".write(to: url, atomically: false, encoding: .utf8)
        case "empty": try Data().write(to: url)
        case "foreign":
            try FileManager.default.removeItem(atPath: path)
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "CREATE TABLE song (name TEXT)") }
            try queue.close()
        case "cut short": try Data(try Data(contentsOf: url).prefix(40_000)).write(to: url)
        default:
            let queue = try DatabaseQueue(path: path)
            try queue.write { database in
                try database.execute(
                    sql: kind == "newer"
                        ? "INSERT INTO grdb_migrations VALUES ('of-next-year')"
                        : "UPDATE batch SET quantity = quantity + 1 WHERE id = 2")
            }
            try queue.close()
        }
    }

    @Test("books that are damaged give way to the backup, and are kept")
    func damagedBooks() throws {
        let (folder, backup) = try backedUpShop()
        let path = folder.path + "/galla.sqlite"
        try Data(repeating: 0xAA, count: 8_192).write(to: URL(filePath: path))
        try Data(repeating: 0xBB, count: 8_192).write(to: URL(filePath: path + "-wal"))
        let error = #expect(throws: BackupError.self) { try restore(backup, into: folder) }
        guard case .wouldLose(.unknown) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        _ = try restore(backup, into: folder, mayLose: true)
        #expect(try files(folder.path) == ["backup.sqlite", aside])
        try within(folder) { shop in
            shop.type(Shop.codeB, "cash 100")
            try expectLast("BILL-2601000003", in: shop)
        }
    }
}
