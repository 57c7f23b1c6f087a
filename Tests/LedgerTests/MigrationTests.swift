import Billing
import Foundation
import GRDB
import Printing
import ShopFixtures
import Testing

@testable import Ledger

/// Books of an earlier release, brought to the newest schema with everything in them.
@Suite("migrations")
struct MigrationTests {
    /// Takes a folder's books back to the schema of the first release: a file as that release
    /// made it, with everything in it that there was a column for.
    private func age(_ folder: String) throws {
        let path = folder + "/galla.sqlite"
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let old = try DatabaseQueue(path: folder + "/old.sqlite", configuration: configuration)
        try Schema.migrate(old, upTo: "first-sale")
        try old.writeWithoutTransaction { database in
            try database.execute(sql: "ATTACH ? AS new", arguments: [path])
            for table in try Self.tables(of: database) { try Self.copy(table, in: database) }
            try database.execute(sql: "DETACH new")
        }
        try old.close()
        for suffix in ["", "-wal", "-shm"] {
            let file = path + suffix
            if FileManager.default.fileExists(atPath: file) {
                try FileManager.default.removeItem(atPath: file)
            }
        }
        try FileManager.default.moveItem(atPath: folder + "/old.sqlite", toPath: path)
    }

    private static func tables(of database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT name FROM main.sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
                """)
    }

    /// Row 0 stands for goods in no catalogue, which the first release did not know.
    private static func copy(_ table: String, in database: Database) throws {
        let names = try String.fetchAll(
            database, sql: "SELECT name FROM pragma_table_info(?, 'main')", arguments: [table])
        let columns = names.joined(separator: ", ")
        let condition = names.contains("id") ? " WHERE id <> 0" : ""
        try database.execute(
            sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM new.\(table)"
                + condition)
    }

    @Test("an open bill of the first release is on the screen after the migration, whole")
    func openBill() throws {
        let folder = try TemporaryFolder()
        let bill = try openShop(folder)
        try age(folder.path)
        #expect(
            try query("PRAGMA table_info(open_bill)", folder: folder.path).count == 4)
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        #expect(try ledger.transaction { try $0.openBill(till: 1) } == bill)
        #expect(try query("PRAGMA foreign_key_check", folder: folder.path).isEmpty)
        #expect(
            try query("SELECT label, quantity FROM batch WHERE id > 0", folder: folder.path)
                == [["M1", "5000"]])
        #expect(
            try query("SELECT type, quantity FROM stock_movement", folder: folder.path)
                == [["receipt", "5000"]])
        try ledger.transaction { books in
            let time = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
            try books.hold(HeldBill(number: 1, bill: bill, since: time))
            let other = OpenBill(reference: SaleReference("other"), lines: bill.lines)
            try books.saveOpenBill(from: nil, to: other, till: 1, at: 1)
        }
        #expect(try ledger.transaction { try $0.heldBills(till: 1).map(\.bill) } == [bill])
        // Deleting the row still takes its lines along.
        try ledger.transaction { books in
            try books.takeBackInstead(of: "other", bill)
            try books.saveOpenBill(from: bill, to: nil, till: 1, at: 1)
        }
        #expect(try query("SELECT * FROM open_bill_part", folder: folder.path).isEmpty)
    }

    @Test("the books hold one bill a screen, and one a number")
    func oneOnScreen() throws {
        let folder = try TemporaryFolder()
        let bill = try openShop(folder)
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        let other = OpenBill(reference: SaleReference("other"), lines: bill.lines)
        #expect(throws: DatabaseError.self) {
            try ledger.transaction { try $0.saveOpenBill(from: nil, to: other, till: 1, at: 1) }
        }
        let time = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        #expect(throws: DatabaseError.self) {
            try ledger.transaction { books in
                try books.hold(HeldBill(number: 1, bill: bill, since: time))
                try books.saveOpenBill(from: nil, to: other, till: 1, at: 1)
                try books.hold(HeldBill(number: 1, bill: other, since: time))
            }
        }
        #expect(try ledger.transaction { try $0.openBill(till: 1) } == bill)
    }

    @Test("print jobs of the first release keep their state, and get the time of their last change")
    func printJobs() throws {
        let folder = try TemporaryFolder()
        _ = try openShop(folder)
        try age(folder.path)
        let queue = try DatabaseQueue(path: folder.path + "/galla.sqlite")
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO bill (number, invoice_number, reference, sold_at, created_at,
                        cashier, subtotal, total, total_cost, profit, change_given,
                        payment_method)
                    VALUES ('B-1', 'B-1', 'r', '2026-11-15 10:30:00', 1, 'A', 1, 1, 1, 0, 0, 'Cash');
                    INSERT INTO print_job (bill_id, state, attempts, changed_at)
                        SELECT id, 'sent', 1, 70 FROM bill;
                    INSERT INTO print_job (bill_id, state, attempts, changed_at)
                        SELECT id, 'sending-marked', 2, 80 FROM bill;
                    """)
        }
        try queue.close()
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        let jobs = try ledger.transaction { try $0.pendingPrintJobs() }
        #expect(jobs.map(\.state) == [.sendingMarked] && jobs.map(\.createdAt) == [80])
        #expect(
            try query("SELECT state, created_at FROM print_job", folder: folder.path)
                == [["sent", "70"], ["sending-marked", "80"]])
    }

    @Test("jobs of the release that printed bills only go on printing them, each in its state")
    func jobsBeforeSlips() throws {
        let folder = try TemporaryFolder()
        let queue = try DatabaseQueue(path: folder.path + "/galla.sqlite")
        try Schema.migrate(queue, upTo: "product-names")
        let states = PrintJob.State.allCases
        try queue.write { database in
            for (index, state) in states.enumerated() {
                try database.execute(
                    sql: """
                        INSERT INTO bill (number, invoice_number, reference, sold_at, created_at,
                            cashier, subtotal, total, total_cost, profit, change_given,
                            payment_method)
                        VALUES (?1, ?1, ?1, '2026-11-15 10:30:00', 1, 'A', 1, 1, 1, 0, 0, 'Cash')
                        """, arguments: ["B-\(index)"])
                try database.execute(
                    sql: """
                        INSERT INTO print_job
                            (bill_id, state, attempts, changed_at, is_reprint, created_at)
                        VALUES (last_insert_rowid(), ?, 2, 70, 1, 60)
                        """, arguments: [state.rawValue])
            }
        }
        try queue.close()
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        let jobs = try ledger.transaction { try $0.pendingPrintJobs() }
        let expected = states.enumerated().filter { !$0.element.isDone }
        #expect(jobs.map(\.state) == expected.map(\.element))
        #expect(jobs.map(\.subject) == expected.map { "B-\($0.offset)" })
        #expect(jobs.allSatisfy { $0.kind == .bill && $0.attempts == 2 && $0.createdAt == 60 })
        #expect(
            try query(
                "SELECT count(*), min(changed_at), min(is_reprint) FROM print_job",
                folder: folder.path)
                == [["\(states.count)", "70", "1"]])
        #expect(try query("PRAGMA foreign_key_check", folder: folder.path).isEmpty)
        #expect(try ledger.transaction { try $0.slip(ofJob: PrintJob.ID(1)) } == nil)
    }

    /// Makes books with one product and an open bill of one line and a customer.
    private func openShop(_ folder: TemporaryFolder) throws -> OpenBill {
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        let day = try #require(CivilDate(iso: "2026-11-15"))
        return try ledger.transaction { books in
            let milk = try books.addProduct(named: "Milk", code: "30")
            try books.receive(milk, "M1", day: 1, quantity: 5, cost: 1_000)
            let customer = try books.findOrCreateCustomer(
                phone: try Phone(parsing: "9876543210"), name: nil, at: 1)
            let offer = try #require(try books.offer(code: "30", on: day))
            let parts = offer.batches.map { LinePart(batch: $0, quantity: .one) }
            let bill = OpenBill(
                reference: SaleReference("sale"),
                lines: [CartLine(product: offer.product, parts: parts, isPriceEdited: true)],
                customer: customer)
            try books.saveOpenBill(from: nil, to: bill, till: 1, at: 1)
            return bill
        }
    }
}

extension Books {
    /// Throws one bill off the screen and puts a parked one there.
    fileprivate func takeBackInstead(of reference: String, _ bill: OpenBill) throws {
        let other = OpenBill(reference: SaleReference(reference))
        try saveOpenBill(from: other, to: nil, till: 1, at: 1)
        try takeBack(bill)
    }
}
