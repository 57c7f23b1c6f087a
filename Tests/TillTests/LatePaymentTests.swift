import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// UPI payments that come after the cashier gave them up.
@Suite("late payments")
struct LatePaymentTests {
    /// A shop whose cashier has given a payment of ₹200 up, and then it came; the attempt.
    private func shop() throws -> (shop: Shop, news: PaymentNews) {
        let shop = try Shop(printerName: nil)
        shop.type("2*\(Shop.codeB)", "upi")
        let attempt = try #require(shop.till.awaitedPayment)
        shop.type("back")
        return (shop, PaymentNews(attempt: attempt.id, utr: nil, amount: attempt.amount))
    }

    @Test("it is kept and said once, and pays the open bill when the cashier says so")
    func taken() throws {
        let (shop, news) = try shop()
        #expect(shop.rows(of: shop.till.step([.paymentConfirmed(news)])).count == 1)
        #expect(shop.rows(of: shop.till.step([.paymentConfirmed(news)])).isEmpty)
        #expect(shop.type("late").count == 2)
        #expect(shop.type("late pay 1").last?.contains("upi ₹200.00") == true)
        #expect(try shop.lastBill()?.payments.map(\.attempt) == [news.attempt])
        #expect(shop.type("late") == ["No payment has come late."])
        #expect(
            shop.type("late pay 1")
                == ["No payment 1 waits to be settled. Type late to see those that do."])
    }

    @Test("it pays a part of a larger bill; taken off again, it waits anew")
    func part() throws {
        let (shop, news) = try shop()
        shop.type(Shop.codeB)
        _ = shop.till.step([.paymentConfirmed(news)])
        #expect(shop.type("late pay 1").last == "paid upi ₹200.00   left ₹100.00")
        shop.type("back")
        #expect(shop.type("late").count == 2)
    }

    @Test("a bill that is smaller does not take it, and it stays")
    func tooLarge() throws {
        let (shop, news) = try shop()
        shop.type("qty 1")
        _ = shop.till.step([.paymentConfirmed(news)])
        #expect(shop.type("late pay 1").first?.contains("Only ₹100.00 is left to pay") == true)
        #expect(shop.type("late").count == 2)
    }

    @Test("what was given back is noted, in the audit too")
    func refunded() throws {
        let (shop, news) = try shop()
        _ = shop.till.step([.paymentConfirmed(news)])
        #expect(
            shop.type("late refund 1")
                == ["Noted: ₹200.00 was given back.   \(news.attempt)"])
        #expect(
            try query("SELECT event FROM audit ORDER BY id", folder: shop.folder.path)
                == [["payment-late"], ["late-payment-refunded"]])
        #expect(shop.type("late") == ["No payment has come late."])
    }

    @Test("another amount than was asked for is not kept as this one")
    func otherAmount() throws {
        let (shop, news) = try shop()
        let other = PaymentNews(
            attempt: news.attempt, utr: nil, amount: Money(minorUnits: 1_00))
        _ = shop.till.step([.paymentConfirmed(other)])
        #expect(shop.type("late") == ["No payment has come late."])
    }

    @Test("it is there after a restart", arguments: ["late", "LATE"])
    func restart(word: String) throws {
        let (shop, news) = try shop()
        _ = shop.till.step([.paymentConfirmed(news)])
        try shop.restart()
        #expect(shop.type(word).count == 2)
    }
}
