import Billing
import Ledger
import Printing
import ShopFixtures
import Spooler
import Testing
import Till

/// `reprint` and `email`.
@Suite("copies and addresses")
struct CopyTests {
    private func orders(_ effects: [TillEffect]) -> [PrintOrder] {
        effects.compactMap { if case .print(let order) = $0 { order } else { nil } }
    }

    private func sell(_ shop: Shop) throws {
        let order = try #require(
            orders(shop.till.step([.line(Shop.codeB), .line("cash 100")])).first)
        _ = shop.till.step([.printer(.finished(order.job, isConfirmed: false))])
    }

    @Test("the last bill is printed again, marked from the first attempt, as a job of its own")
    func last() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        try sell(shop)
        try sell(shop)
        let effects = shop.till.step([.line("reprint")])
        #expect(
            shop.rows(of: effects) == [
                "Printing a copy of BILL-2601000002, total ₹100.00, marked DUPLICATE."
            ])
        let order = try #require(orders(effects).first)
        #expect(order.isMarked)
        #expect(order.bill == (try shop.lastBill()))
        #expect(
            try query("SELECT state, is_reprint FROM print_job", folder: shop.folder.path)
                == [["sent", "0"], ["sent", "0"], ["sending-marked", "1"]])
        _ = shop.till.step([.printer(.finished(order.job, isConfirmed: false))])
        #expect(
            try query("SELECT state FROM print_job WHERE is_reprint", folder: shop.folder.path)
                == [["sent"]])
    }

    @Test("a named bill is found in any case; a copy waits for the printer and stays marked")
    func named() throws {
        let shop = try Shop()
        _ = shop.till.step([.line(Shop.codeB), .line("cash 100")])
        shop.type("reprint bill-2601000001")
        try shop.restart()
        let first = try #require(orders(shop.till.step([.printer(.ready(name: "p"))])).first)
        #expect(!first.isMarked)
        let copy = try #require(orders(shop.till.step([.printer(.finished(first.job, isConfirmed: false))])).first)
        #expect(copy.isMarked)
        #expect(copy.bill == first.bill)
        // Nothing of it reached the paper, and yet the next attempt is marked.
        _ = shop.till.step([.printer(.failed(copy.job, bytesTaken: 0, reason: "Unplugged.", isOwnFault: false))])
        let again = try #require(orders(shop.till.step([.printer(.ready(name: "p"))])).first)
        #expect(again.job == copy.job)
        #expect(again.isMarked)
    }

    @Test("no bill, no such bill and no printer are one line each and leave the books alone")
    func refusals() throws {
        let shop = try Shop()
        let books = try dump(folder: shop.folder.path)
        #expect(
            shop.type("reprint") == [
                "This till has sold nothing yet; there is no bill to print again."
            ])
        #expect(
            shop.type("reprint BILL-9") == [
                "No bill has the number BILL-9. Nothing is printed."
            ])
        #expect(try dump(folder: shop.folder.path) == books)
        let other = try Shop(printerName: nil)
        other.type(Shop.codeB, "cash 100")
        #expect(other.type("reprint").first?.hasPrefix("This till has no printer.") == true)
        #expect(try query("SELECT * FROM print_job", folder: other.folder.path).isEmpty)
    }

    @Test("an address stays with the customer and is written on the bill")
    func email() throws {
        let shop = try Shop(printerName: nil)
        #expect(
            shop.type("email a@b.in") == [
                "An e-mail address needs a phone number first: type phone 98765 43210."
            ])
        shop.type(Shop.codeB, "phone 9876543210", "name John Doe")
        #expect(
            shop.type("email john@example.com") == [
                "9876543210   john@example.com   CUST0001 - John Doe"
            ])
        shop.type("cash 100", Shop.codeB, "phone 9876543210")
        // A bill never changes; the customer does.
        shop.type("email new@example.com", "cash 100")
        #expect(
            try query("SELECT customer_email FROM bill ORDER BY id", folder: shop.folder.path)
                == [["john@example.com"], ["new@example.com"]])
        #expect(
            try query("SELECT email FROM customer", folder: shop.folder.path)
                == [["new@example.com"]])
    }
}
