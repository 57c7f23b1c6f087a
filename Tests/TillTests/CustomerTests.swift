import Billing
import GRDB
import Ledger
import LineMode
import Linux
import ShopFixtures
import Synchronization
import Testing
import Till

/// Customers at the till: the look-up while typing, what can be edited, and trouble with them.
@Suite("customers")
struct CustomerTests {
    private func customers(_ shop: Shop) throws -> [[String]] {
        try query("SELECT number, phone, name FROM customer", folder: shop.folder.path)
    }

    private func timers(_ effects: [TillEffect]) -> [Int64?] {
        effects.compactMap { effect in
            if case .setTimer(.phoneTyped, let milliseconds) = effect {
                .some(milliseconds)
            } else {
                nil
            }
        }
    }

    @Test("a phone is looked up half a second after the last key, created, and on the bill")
    func debounce() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB)
        #expect(timers(shop.till.step([.typing(phone: "98765 4321")])).isEmpty)
        #expect(timers(shop.till.step([.typing(phone: "98765 43210")])) == [500])
        #expect(try customers(shop).isEmpty)
        #expect(
            shop.rows(of: shop.till.step([.timer(.phoneTyped)])) == [
                "9876543210   CUST0001 - Walk-in Customer"
            ])
        #expect(try customers(shop) == [["CUST0001", "9876543210", "Walk-in Customer"]])
        // Enter finds the same customer again.
        #expect(
            shop.type("phone 98765 43210") == ["9876543210   CUST0001 - Walk-in Customer"])
        shop.type("cash 100")
        #expect(try shop.lastBill()?.customer?.number == "CUST0001")
    }

    @Test("a key within the half second starts it anew; a number that goes is not looked up")
    func typedOn() throws {
        let shop = try Shop(printerName: nil)
        _ = shop.till.step([.typing(phone: "9876543210")])
        #expect(timers(shop.till.step([.typing(phone: "98765432101")])) == [nil])
        #expect(shop.rows(of: shop.till.step([.timer(.phoneTyped)])).isEmpty)
        _ = shop.till.step([.typing(phone: "9876543210")])
        #expect(timers(shop.till.step([.typing(phone: nil)])) == [nil])
        _ = shop.till.step([.typing(phone: "9876543210")])
        #expect(timers(shop.till.step([.line("total")])) == [nil])
        #expect(shop.rows(of: shop.till.step([.timer(.phoneTyped)])).isEmpty)
        #expect(try customers(shop).isEmpty)
    }

    @Test("the loop sleeps until the half second is over and no longer, without a thread for it")
    func loop() throws {
        let shop = try Shop(printerName: nil)
        let inbox = try Inbox()
        let shown = Mutex<[String]>([])
        let changed = try EventFlag()
        let till = Mutex<Till?>(nil)
        till.withLock { $0 = shop.till }
        let begun = ContinuousClock.now
        let worker = try Worker(name: "till") {
            guard let till = till.withLock({ $0 }) else { return }
            let hands = TillHands(
                show: { rows, _ in
                    shown.withLock { $0 += rows.map(\.text) }
                    changed.raise()
                }, print: { _ in }, close: {})
            var loop = TillLoop(till: till, inbox: inbox, hands: hands)
            loop.run()
        }
        inbox.post(.typing(phone: "9876543210"))
        while shown.withLock({ $0.isEmpty }), changed.wait(milliseconds: 30_000) {
            changed.lower()
        }
        #expect(shown.withLock { $0 } == ["9876543210   CUST0001 - Walk-in Customer"])
        #expect(ContinuousClock.now - begun >= .milliseconds(500))
        inbox.post(.shutdown)
        worker.join()
    }

    @Test(
        "customers that cannot be written stop no sale: the till says so, the bill has a warning",
        arguments: ["customer", "counter"])
    func creationFails(table: String) throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB)
        try alter(
            "CREATE TRIGGER no BEFORE INSERT ON \(table) WHEN "
                + (table == "counter" ? "NEW.name = 'customer'" : "1")
                + " BEGIN SELECT RAISE (ABORT, 'broken'); END", folder: shop.folder.path)
        let answer = shop.type("phone 9876543210")
        #expect(
            answer.first == "The sale goes on without a customer: customer 9876543210 could not be "
                + "looked up.")
        #expect(answer.last?.contains("broken") == true)
        try shop.restart()
        #expect(
            shop.type("cash 100") == [
                "BILL-2601000001   total ₹100.00   cash ₹100.00   change ₹0.00",
                "BILL-2601000001 has no customer: customer 9876543210 could not be looked up.",
            ])
        #expect(
            try query("SELECT customer_id, warning FROM bill", folder: shop.folder.path)
                == [["null", "customer 9876543210 could not be looked up"]])
        try alter("DROP TRIGGER no", folder: shop.folder.path)
        shop.type("phone 9876543210")
        // A failed creation has used no number up.
        #expect(try customers(shop) == [["CUST0001", "9876543210", "Walk-in Customer"]])
    }

    @Test("a customer who is lost before the payment is written does not stop the sale")
    func lostInTheSale() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB, "phone 9876543210")
        try alter("ALTER TABLE customer RENAME TO lost", folder: shop.folder.path)
        #expect(
            shop.type("cash 100").last
                == "BILL-2601000001 has no customer: customer 9876543210 could not be linked.")
        #expect(shop.type("total") == ["There is no open bill. Scan something first."])
    }

    @Test("name, e-mail and address are edited; bare email and address take them away")
    func edits() throws {
        let shop = try Shop(printerName: nil)
        shop.type("phone 9876543210", "name John Doe", "email john@example.com")
        #expect(shop.type("address 12 Bazaar Road").last == "CUST0001   12 Bazaar Road")
        func stored() throws -> [[String]] {
            try query("SELECT name, email, address FROM customer", folder: shop.folder.path)
        }
        #expect(try stored() == [["John Doe", "john@example.com", "12 Bazaar Road"]])
        #expect(shop.type("email") == ["9876543210   CUST0001 - John Doe"])
        #expect(shop.type("address").last == "CUST0001 has no address any more.")
        #expect(try stored() == [["John Doe", "null", "null"]])
    }

    @Test("a customer's bills are found by phone and by number, also after they were deleted")
    func bills() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB, "phone 9876543210", "name John Doe", "cash 100")
        shop.type(Shop.codeA, "cash 100", Shop.codeA, "phone 9876543210", "cash 100")
        let rows = [
            "Bills, the newest first:",
            "BILL-2601000003  2026-11-15 10:30 AM       ₹100.00  Cash  CUST0001 - John Doe",
            "BILL-2601000001  2026-11-15 10:30 AM       ₹100.00  Cash  CUST0001 - John Doe",
        ]
        #expect(shop.type("bills 98765-43210") == rows)
        #expect(shop.type("bills cust0001") == rows)
        try shop.delete("CUST0001")
        #expect(shop.type("bills cust0001") == rows)
        #expect(shop.type("bills 9876543210") == rows)
        #expect(shop.type("bills CUST0009") == ["No bill of this customer."])
        #expect(try shop.lastBill()?.customer?.isDeleted == true)
    }

    @Test("a deleted customer's phone makes a new customer with a new number")
    func deleted() throws {
        let shop = try Shop(printerName: nil)
        shop.type("phone 9876543210", "name John Doe", "void")
        try shop.delete("CUST0001")
        #expect(
            shop.type("phone 9876543210") == ["9876543210   CUST0002 - Walk-in Customer"])
        #expect(
            try customers(shop) == [
                ["CUST0001", "null", "Deleted customer"],
                ["CUST0002", "9876543210", "Walk-in Customer"],
            ])
    }

    @Test("a customer who owes something, or is being served, is not deleted")
    func notDeleted() throws {
        let shop = try Shop(printerName: nil)
        shop.type("phone 9876543210", Shop.codeB)
        #expect(throws: CustomerRefusal.isBeingServed) { try shop.delete("CUST0001") }
        shop.type("credit")
        #expect(throws: CustomerRefusal.hasBalance(Money(minorUnits: 100_00))) {
            try shop.delete("CUST0001")
        }
    }

    @Test("an inactive customer's phone makes them active again, under their number")
    func inactive() throws {
        let shop = try Shop(printerName: nil)
        shop.type("phone 9876543210", "void")
        try shop.ledger?.transaction { books in
            let customer = try #require(try books.customerRecord(number: "CUST0001"))
            try books.setActive(false, customer.id)
        }
        #expect(shop.type("phone 9876543210") == ["9876543210   CUST0001 - Walk-in Customer"])
        #expect(
            try query("SELECT is_active FROM customer", folder: shop.folder.path) == [["1"]])
    }
}

extension Shop {
    fileprivate func delete(_ number: String) throws {
        try ledger?.transaction { books in
            let customer = try #require(try books.customerRecord(number: number))
            try books.delete(customer, at: 2)
        }
    }
}
