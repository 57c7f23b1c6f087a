import Billing
import Ledger
import LineMode
import ShopFixtures
import Testing
import Till

/// The tenders of line mode: what is typed, what is shown, what is in the books.
@Suite("payments")
struct PaymentTests {
    /// A shop whose open bill is ₹500: two of A, three of B.
    private func shopWithBill() throws -> Shop {
        let shop = try Shop(printerName: nil)
        shop.type("2*\(Shop.codeA)", "3*\(Shop.codeB)")
        return shop
    }

    private func payments(of shop: Shop) throws -> [[String]] {
        try query(
            "SELECT tender, amount, reference FROM payment ORDER BY bill_id, position",
            folder: shop.folder.path)
    }

    @Test("a bill is paid in two tenders at once; the receipt's words name both")
    func split() throws {
        let shop = try shopWithBill()
        #expect(
            shop.type("pay cash 300 upi 200") == [
                "paid cash ₹300.00   left ₹200.00",
                "Let the customer scan the shop's UPI sticker and pay ₹200.00.",
                "UPI ₹200.00 is waited for (sale3). ok [UTR] when it has come, back to take "
                    + "another way.",
            ])
        #expect(
            shop.type("ok 615812345678") == [
                "BILL-2601000001   total ₹500.00   cash ₹300.00 + upi ₹200.00   change ₹0.00"
            ])
        #expect(
            try payments(of: shop)
                == [["cash", "30000", "null"], ["upi", "20000", "615812345678"]])
        #expect(try shop.lastBill()?.paymentMethod == "Cash + UPI")
        #expect(
            try query("SELECT state, utr FROM payment_attempt", folder: shop.folder.path)
                == [["confirmed", "615812345678"]])
        #expect(try query("SELECT * FROM open_payment", folder: shop.folder.path).isEmpty)
    }

    @Test("upi waits for ok; back returns to the bill, and it can be paid in cash")
    func back() throws {
        let shop = try shopWithBill()
        shop.type("upi")
        #expect(
            shop.type("cash 500") == [
                "UPI ₹500.00 is waited for: type ok when it has come, or back."
            ])
        #expect(
            shop.type("back") == [
                "UPI ₹500.00 is not waited for any more. If the money comes all the same, give it "
                    + "back."
            ])
        #expect(
            shop.type("cash 500") == [
                "BILL-2601000001   total ₹500.00   cash ₹500.00   change ₹0.00"
            ])
        #expect(
            try query("SELECT state FROM payment_attempt", folder: shop.folder.path)
                == [["withdrawn"]])
    }

    @Test("a shop with a UPI address shows a code; the receipt's bill names no attempt")
    func code() throws {
        let shop = try Shop(
            printerName: nil,
            payment: PaymentSettings(
                upiPayee: UPIPayee(address: "shop@okbank", name: "My Shop", category: nil),
                cash: .india, creditLimit: .zero))
        shop.type(Shop.codeB)
        let rows = shop.type("upi")
        #expect(rows.count > 20)
        #expect(rows.dropLast().allSatisfy { row in row.allSatisfy { " █▀▄".contains($0) } })
        #expect(rows.last?.hasPrefix("UPI ₹100.00 is waited for") == true)
    }

    @Test("a card needs its slip's number, which is kept; no other digits of it are")
    func card() throws {
        let shop = try shopWithBill()
        #expect(shop.type("card 004512").last?.contains("card ₹500.00") == true)
        #expect(try payments(of: shop) == [["card", "50000", "004512"]])
    }

    @Test("what is left after a part can be paid in cash with change for the last note")
    func part() throws {
        let shop = try shopWithBill()
        #expect(shop.type("pay card 150 77") == ["paid card ₹150.00   left ₹350.00"])
        #expect(shop.type("cash 349") == ["Not enough: ₹1.00 is missing."])
        #expect(
            shop.type("total").suffix(2) == [
                "total ₹500.00   2 lines", "paid card ₹150.00   left ₹350.00",
            ])
        #expect(
            shop.type("cash 400") == [
                "BILL-2601000001   total ₹500.00   card ₹150.00 + cash ₹400.00   change ₹50.00"
            ])
    }

    @Test("back gives a part back, and the audit knows who did it")
    func partBack() throws {
        let shop = try shopWithBill()
        shop.type("pay cash 200")
        #expect(shop.type("void") == ["₹200.00 is paid or asked for: type back to undo it first."])
        #expect(shop.type("hold") == ["₹200.00 is paid or asked for: type back to undo it first."])
        #expect(shop.type("back") == ["Give ₹200.00 back in cash. left ₹500.00"])
        #expect(
            shop.type("void wrong customer") == ["Bill thrown away: ₹500.00 not sold."])
        #expect(
            try query(
                "SELECT event, amount, reason, cashier FROM audit ORDER BY id",
                folder: shop.folder.path)
                == [
                    ["payment-returned", "20000", "Cash", "Asha"],
                    ["void", "50000", "wrong customer", "Asha"],
                ])
    }

    @Test("scans go on while a payment is waited for; a smaller bill than was asked for is refused")
    func editsMeanwhile() throws {
        let shop = try shopWithBill()
        shop.type("upi")
        #expect(
            shop.type("del") == [
                "The bill would be below the ₹500.00 paid or asked for: type back first."
            ])
        shop.type(Shop.codeB)
        #expect(shop.type("ok") == ["paid upi ₹500.00   left ₹100.00"])
        #expect(shop.type("cash 100").first?.hasPrefix("BILL-2601000001") == true)
    }

    @Test("bare cash suggests the notes to expect; a digit pays")
    func quickCash() throws {
        let shop = try shopWithBill()
        shop.type("qty 2 2", "price 2 80")
        #expect(
            shop.type("cash") == [
                "₹360.00 to pay. Type 1 to 4, or cash and what is handed over:",
                "  1  cash      ₹360.00  no change",
                "  2  cash      ₹400.00  change ₹40.00",
                "  3  cash      ₹500.00  change ₹140.00",
                "  4  cash     ₹1000.00  change ₹640.00",
            ])
        #expect(
            shop.type("3") == [
                "BILL-2601000001   total ₹360.00   cash ₹500.00   change ₹140.00"
            ])
    }

    @Test("an open attempt and the parts paid are there after the process ended without a word")
    func survives() throws {
        let shop = try shopWithBill()
        shop.type("phone 9876543210", "pay cash 300 upi 200")
        let before = shop.type("total")
        try shop.restart()
        #expect(shop.type("total") == before)
        #expect(shop.type("ok").last?.hasPrefix("BILL-2601000001   total ₹500.00") == true)
    }

    @Test("a confirmation that comes by itself pays the attempt it names, and only that")
    func port() throws {
        let shop = try shopWithBill()
        shop.type("upi")
        let id = try query("SELECT tr FROM payment_attempt", folder: shop.folder.path)[0][0]
        func arrives(_ attempt: String, _ paise: Int64) -> [String] {
            shop.rows(
                of: shop.till.step([
                    .paymentConfirmed(
                        PaymentNews(
                            attempt: attempt, utr: nil, amount: Money(minorUnits: paise)))
                ]))
        }
        #expect(arrives("other", 500_00).first?.contains("no open bill waits for") == true)
        #expect(arrives(id, 400_00).first?.contains("Nothing was taken") == true)
        #expect(try shop.lastBill() == nil)
        #expect(arrives(id, 500_00).last?.hasPrefix("BILL-2601000001") == true)
        // The bank says it twice.
        #expect(arrives(id, 500_00).isEmpty)
        #expect(try payments(of: shop).count == 1)
    }

    @Test("UPI that has come is kept where the bill cannot be closed, and closes it when mended")
    func shortStock() throws {
        let shop = try shopWithBill()
        shop.type("upi")
        try alter(
            "UPDATE batch SET is_blocked = 1 WHERE label = 'B1'", folder: shop.folder.path)
        #expect(shop.type("ok").last == "Only 0 pc in stock, 3 wanted: Product B")
        #expect(
            try query("SELECT amount FROM open_payment", folder: shop.folder.path) == [["50000"]])
        try alter(
            "UPDATE batch SET is_blocked = 0 WHERE label = 'B1'", folder: shop.folder.path)
        #expect(shop.type("ok").last?.hasPrefix("BILL-2601000001") == true)
    }

    @Test("cash of two lakh or more on a bill is refused with the law, also in parts")
    func cashCeiling() throws {
        let shop = try Shop(printerName: nil)
        try shop.ledger?.transaction { books in
            let gold = try books.addProduct(named: "Ring", code: "30")
            try books.receive(
                gold, "G", day: 1, quantity: 1, cost: 1, price: 200_000_00)
        }
        shop.type("30")
        let law =
            "₹200000.00 or more in cash may not be taken on one bill (Income-tax Act, section "
            + "269ST). Take it by UPI, card or bank."
        #expect(shop.type("cash 200000") == [law])
        #expect(shop.type("pay cash 100000") == ["paid cash ₹100000.00   left ₹100000.00"])
        #expect(shop.type("cash 100000") == [law])
        #expect(
            shop.type("pay cash 99999.99 card 0.01 12").last?.hasPrefix("BILL-2601000001")
                == true)
    }

    @Test("a wrong tender is corrected beside the bill, which stays as it is")
    func correction() throws {
        let shop = try shopWithBill()
        shop.type("cash 600")
        let bill = try query("SELECT * FROM bill", folder: shop.folder.path)
        #expect(
            shop.type("correct bill-2601000001 cash upi 615812345678") == [
                "BILL-2601000001: ₹500.00 was UPI, not Cash. The bill stays as it is; the "
                    + "correction is kept beside it."
            ])
        #expect(
            shop.type("correct BILL-2601000001 cash card 1") == [
                "Nothing of BILL-2601000001 was paid by Cash. Nothing was changed."
            ])
        #expect(try query("SELECT * FROM bill", folder: shop.folder.path) == bill)
        #expect(
            try query(
                "SELECT from_tender, to_tender, amount, reference, cashier FROM "
                    + "payment_correction", folder: shop.folder.path)
                == [["cash", "upi", "50000", "615812345678", "Asha"]])
    }
}
