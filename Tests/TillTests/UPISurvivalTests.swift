import Billing
import Ledger
import LineMode
import ShopFixtures
import Testing
import Till

/// A UPI payment that is waited for while the process dies: asked for once, and paid once.
@Suite("UPI over a kill")
struct UPISurvivalTests {
    /// A shop with a bill of ₹100 that waits for UPI, in a process that ended without a word.
    private func killed() throws -> (shop: Shop, tr: String) {
        let shop = try Shop(printerName: nil)
        shop.type("phone 9876543210", Shop.codeB, "upi")
        let tr = try query("SELECT tr FROM payment_attempt", folder: shop.folder.path)[0][0]
        try shop.reopenBooks()
        return (shop, tr)
    }

    private func attempts(_ shop: Shop) throws -> [[String]] {
        try query("SELECT tr, state, utr FROM payment_attempt", folder: shop.folder.path)
    }

    @Test("the next process shows the bill with the very attempt, and takes ok for it")
    func confirmed() throws {
        let (shop, tr) = try killed()
        #expect(
            shop.greeting.map(\.text) == [
                "The open bill of the last run is back:",
                "  1         1 × ₹100.00       ₹100.00  Product B",
                "9876543210   CUST0001 - Walk-in Customer", "total ₹100.00   1 line",
                "UPI ₹100.00 is waited for (\(tr)). ok [UTR] when it has come, back to take "
                    + "another way.",
            ])
        #expect(try attempts(shop) == [[tr, "open", "null"]])
        #expect(
            shop.type("ok 615812345678") == [
                "BILL-2601000001   total ₹100.00   upi ₹100.00   change ₹0.00"
            ])
        #expect(try attempts(shop) == [[tr, "confirmed", "615812345678"]])
        #expect(
            try query(
                "SELECT tender, amount, reference, attempt FROM payment", folder: shop.folder.path)
                == [["upi", "10000", "615812345678", tr]])
    }

    @Test("a bank's word for it that comes after the restart pays it once")
    func reported() throws {
        let (shop, tr) = try killed()
        let news = PaymentNews(attempt: tr, utr: nil, amount: Money(minorUnits: 100_00))
        #expect(
            shop.rows(of: shop.till.step([.paymentConfirmed(news)])).last?.hasPrefix("BILL-")
                == true)
        try shop.reopenBooks()
        #expect(shop.rows(of: shop.till.step([.paymentConfirmed(news)])).isEmpty)
        #expect(try query("SELECT count(*) FROM payment", folder: shop.folder.path) == [["1"]])
    }

    @Test("back gives it up after the restart, and asking again is another attempt")
    func withdrawn() throws {
        let (shop, tr) = try killed()
        #expect(shop.type("back").first?.contains("not waited for any more") == true)
        shop.type("upi")
        let all = try attempts(shop)
        #expect(all.count == 2 && Set(all.map { $0[0] }).count == 2)
        #expect(Set(all.map { $0[1] }) == ["withdrawn", "open"])
        #expect(all.first { $0[0] == tr }?[1] == "withdrawn")
    }
}
