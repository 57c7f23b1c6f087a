import Billing
import Foundation
import GRDB
import Ledger
import Linux
import ShopFixtures
import Synchronization
import Testing

/// What the books promise whoever opens them.
@Suite("ledger")
struct LedgerTests {
    @Test("a folder has one owner, and the second one is told the holder's name")
    func oneOwner() throws {
        let folder = try TemporaryFolder()
        let first = try Ledger(folder: folder.path, holder: .longTerm("galla cashier, process 42"))
        #expect(throws: LedgerError.owned(folder: folder.path, by: "galla cashier, process 42")) {
            _ = try Ledger(folder: folder.path, holder: .longTerm("another"))
        }
        withExtendedLifetime(first) {}
    }

    @Test("a brief owner is waited for, and the folder is taken when it lets go")
    func briefOwner() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        var first: Ledger? = try Ledger(folder: path, holder: .brief("galla import"))
        let waits = try EventFlag()
        let outcome = Mutex<LedgerError?>(nil)
        let second = try Worker(name: "second") {
            do throws(LedgerError) {
                waits.raise()
                _ = try Ledger(folder: path, holder: .longTerm("a till"), patience: 60_000)
            } catch {
                outcome.withLock { $0 = error }
            }
        }
        waits.wait()
        withExtendedLifetime(first) {}
        first = nil
        second.join()
        #expect(outcome.withLock { $0 } == nil)
    }

    @Test("a brief owner that stays longer than the patience is named")
    func stubbornBriefOwner() throws {
        let folder = try TemporaryFolder()
        let first = try Ledger(folder: folder.path, holder: .brief("galla import"))
        #expect(throws: LedgerError.owned(folder: folder.path, by: "galla import, for a moment")) {
            _ = try Ledger(folder: folder.path, holder: .longTerm("a till"), patience: 20)
        }
        withExtendedLifetime(first) {}
    }

    @Test("the folder and the database belong to the group as well, and to nobody else")
    func rights() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/shop"
        let ledger = try Ledger(folder: path, holder: .longTerm("a test"))
        try ledger.transaction { books in
            _ = try books.addProduct(named: "Milk", code: "30")
        }
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(path) == 0o2770)
        for file in ["galla.sqlite", "galla.sqlite-wal", "galla.sqlite-shm", "owner.lock"] {
            #expect(try mode(path + "/" + file) == 0o660, "\(file)")
        }
    }

    @Test("the next owner can take a folder whose owner is gone")
    func ownerGone() throws {
        let folder = try TemporaryFolder()
        do {
            _ = try Ledger(folder: folder.path, holder: .longTerm("the first"))
        }
        _ = try Ledger(folder: folder.path, holder: .longTerm("the second"))
    }

    @Test("synchronous is FULL on the writing connection, though GRDB lowers it while opening")
    func durability() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        #expect(try ledger.synchronousMode() == 2)
        try ledger.reopen()
        #expect(try ledger.synchronousMode() == 2)
    }

    @Test("after a transaction that syncs later the connection is durable again, failed or not")
    func durabilityAfterOpenBill() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        struct Interruption: Error {}
        try ledger.transaction(.afterAnswer) { _ in }
        #expect(try ledger.synchronousMode() == 2)
        #expect(throws: Interruption.self) {
            try ledger.transaction(.afterAnswer) { _ in throw Interruption() }
        }
        #expect(try ledger.synchronousMode() == 2)
        try ledger.syncLog()
    }

    @Test("a reader reads beside the owner and sees what is committed")
    func readerBeside() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB, "cash 100")
        let reader = try LedgerReader(folder: shop.folder.path)
        #expect(try reader.read { try $0.lastBill() }?.number == "BILL-2601000001")
    }

    @Test("a folder without a shop, and a file that is no database, are refused by name")
    func unusable() throws {
        let folder = try TemporaryFolder()
        #expect(
            throws: LedgerError.unusable(
                folder: folder.path, reason: "there is no shop in it")
        ) {
            _ = try LedgerReader(folder: folder.path)
        }
    }

    @Test("books of a later version are refused and left alone")
    func newer() throws {
        let folder = try TemporaryFolder()
        do { _ = try Ledger(folder: folder.path, holder: .longTerm("a test")) }
        let queue = try DatabaseQueue(path: folder.path + "/galla.sqlite")
        try queue.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('of the year 2030')")
        }
        try queue.close()
        let before = try dump(folder: folder.path)
        #expect(throws: LedgerError.newer(folder: folder.path)) {
            _ = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        }
        #expect(try dump(folder: folder.path) == before)
    }

    @Test("a closed bill is never changed or deleted, whoever asks")
    func billsNeverChange() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB, "cash 100")
        let queue = try DatabaseQueue(path: shop.folder.path + "/galla.sqlite")
        for table in ["bill", "bill_line", "bill_line_batch", "payment"] {
            for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid"] {
                #expect(throws: DatabaseError.self, "\(sql)") {
                    try queue.write { try $0.execute(sql: sql) }
                }
            }
        }
    }

    @Test("a transaction that throws leaves no trace, not even a used number")
    func rollBack() throws {
        let shop = try Shop(printerName: nil)
        let before = try dump(folder: shop.folder.path)
        struct Interruption: Error {}
        let phone = try Phone(parsing: "9876543210")
        #expect(throws: Interruption.self) {
            try shop.ledger?.transaction { books in
                _ = try books.findOrCreateCustomer(phone: phone, name: nil, at: 1)
                throw Interruption()
            }
        }
        #expect(try dump(folder: shop.folder.path) == before)
    }

    @Test("a name replaces Walk-in Customer and no other; an inactive customer comes back")
    func customers() throws {
        let shop = try Shop(printerName: nil)
        let ledger = try #require(shop.ledger)
        let phone = try Phone(parsing: "9876543210")
        func find(_ name: String?) throws -> BillCustomer {
            let text = try name.map { try Text($0) }
            return try ledger.transaction {
                try $0.findOrCreateCustomer(phone: phone, name: text, at: 1)
            }
        }
        #expect(try find(nil).name == "Walk-in Customer")
        #expect(try find("John Doe").name == "John Doe")
        #expect(try find("Jane Roe").name == "John Doe")
        #expect(try find(nil).number == "CUST0001")
    }

    @Test("expired and blocked batches are not offered; the oldest of the others comes first")
    func sellable() throws {
        let shop = try Shop(printerName: nil, stock: false)
        let ledger = try #require(shop.ledger)
        let today = try #require(CivilDate(iso: "2026-11-15"))
        let labels = try ledger.transaction { books in
            let product = try books.addProduct(named: "Milk", code: "30")
            let rows: [(String, String, String?)] = [
                ("new", "2026-11-10", nil), ("old", "2026-11-01", "2026-11-15"),
                ("expired", "2026-10-01", "2026-11-14"), ("older", "2026-10-20", "2026-12-01"),
            ]
            for (label, received, expires) in rows {
                try books.receive(
                    BatchReceipt(
                        product: product, label: label,
                        receivedOn: try #require(CivilDate(iso: received)),
                        expiresOn: try expires.map { try #require(CivilDate(iso: $0)) },
                        quantity: .one, cost: Money(minorUnits: 1), price: Money(minorUnits: 2),
                        mrp: nil), at: 1)
            }
            return try books.offer(code: "30", on: today)?.batches.map(\.label)
        }
        #expect(labels == ["older", "old", "new"])
    }
}
