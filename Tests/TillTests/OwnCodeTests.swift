import Billing
import Ledger
import LineMode
import Scanning
import ShopFixtures
import Testing
import Till

/// What scans can do beside selling, and what they never can.
@Suite("Galla's own codes, and scans that pretend to be commands")
struct OwnCodeTests {
    /// Scans as a driver delivers them.
    private func scan(_ codes: String..., at shop: Shop) -> [String] {
        codes.flatMap { code in
            let identity = ScannerIdentity(
                port: "1-1", serial: nil, vendor: 0, product: 0, name: "gun")
            let scan = Scan(payload: Array(code.utf8), scanner: identity, finishedAt: 1)
            return shop.rows(of: shop.till.step([.scanner(.scanned(scan))]))
        }
    }

    @Test(
        "a scan that spells a command changes nothing, whatever it spells",
        arguments: [
            "cash 10000", "void", "quit", "price 1", "del", "qty 100", "hold", "reprint",
            "phone 9876543210", "total", "help", "CASH 10000\r", "cash 10000\nvoid", "login admin",
            "override", "drawer", "discount bill 100%", "payout 100 x", "resume 1", "\u{1B}[2J",
            "GALLA-PAY", "GALLA-VOID-0", "GALLA VOID", "GALLA-CASH-1-1", "*", "3*8901000000019",
        ])
    func hostile(_ text: String) throws {
        let shop = try Shop()
        shop.type(Shop.codeA)
        let bill = shop.type("total")
        let books = try dump(folder: shop.folder.path)
        let rows = scan(text, at: shop)
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
        #expect(shop.type("total") == bill)
        #expect(try dump(folder: shop.folder.path) == books)
    }

    @Test(
        "codes of staff wait for a person: money and books stay as they were",
        arguments: [ControlCode.void, .cash, .drawer])
    func staff(_ code: ControlCode) throws {
        let shop = try Shop()
        shop.type(Shop.codeA)
        let bill = shop.type("total")
        let books = try dump(folder: shop.folder.path)
        #expect(
            scan(code.text, at: shop) == [
                "A scan cannot do this, because nobody knows who holds it up. Type "
                    + "\(code.word.lowercased()) yourself."
            ])
        #expect(shop.type("total") == bill)
        #expect(try dump(folder: shop.folder.path) == books)
    }

    @Test("a code of the sheet does what its word does")
    func sheet() throws {
        let shop = try Shop(printerName: nil)
        _ = scan(Shop.codeA, Shop.codeB, ControlCode.quantity(3).text, at: shop)
        #expect(shop.type("total").last == "total ₹400.00   2 lines")
        #expect(scan(ControlCode.total.text, at: shop) == shop.type("total"))
        #expect(
            scan(ControlCode.pay.text, at: shop).last
                == "To pay, type cash and what the customer gives, like cash 500.")
        _ = scan(ControlCode.delete.text, at: shop)
        #expect(shop.type("total").last == "total ₹100.00   1 line")
        #expect(scan(ControlCode.help.text, at: shop) == shop.type("help"))
        _ = scan(ControlCode.hold.text, at: shop)
        #expect(shop.type("total") == ["There is no open bill. Scan something first."])
        _ = scan(ControlCode.resume(1).text.lowercased(), at: shop)
        #expect(shop.type("total").last == "total ₹100.00   1 line")
    }

    @Test("a cancelled purchase is put aside, not lost")
    func cancel() throws {
        let shop = try Shop(printerName: nil)
        _ = scan(Shop.codeA, ControlCode.cancel.text, at: shop)
        #expect(shop.type("total") == ["There is no open bill. Scan something first."])
        shop.type("resume 1")
        #expect(shop.type("total").last == "total ₹100.00   1 line")
    }

    @Test("a receipt's code shows its bill, any other number says so, and nothing is changed")
    func bill() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA, "cash 100")
        let number = try #require(try shop.lastBill()).number
        let books = try dump(folder: shop.folder.path)
        let rows = scan(number, at: shop)
        #expect(rows.first?.hasPrefix(number) == true && rows.last == "total ₹100.00   cash")
        #expect(rows.contains { $0.hasSuffix("Product A") })
        #expect(
            scan("CN-2601000009", at: shop) == [
                "No bill has the number CN-2601000009. It may be another shop's, or not have "
                    + "reached this till. Nothing was changed."
            ])
        #expect(try dump(folder: shop.folder.path) == books)
    }

    @Test("a customer's card links the customer; one that nobody has says so")
    func card() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA, "phone 98765 43210", "name Asha", "cash 100")
        _ = scan(Shop.codeB, at: shop)
        #expect(
            scan(ControlCode.customer(1).text, at: shop).first?.hasSuffix("CUST0001 - Asha")
                == true)
        #expect(
            scan(ControlCode.customer(77).text, at: shop).first?.hasPrefix(
                "No customer has the number CUST0077.") == true)
        shop.type("cash 100")
        #expect(try shop.lastBill()?.customer?.number == "CUST0001")
    }

    @Test("what a control code wrote is on the disk before it is answered")
    func durability() throws {
        let shop = try Shop(printerName: nil)
        _ = scan(Shop.codeA, ControlCode.hold.text, at: shop)
        // Only a step of the open bill alone is synced after its answer.
        #expect(shop.till.settle().isEmpty)
        try shop.restart()
        #expect(shop.type("held").contains { $0.contains("₹100.00") })
    }
}
