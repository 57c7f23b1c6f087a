import Billing
import Foundation
import GRDB
import Ledger
import ShopFixtures
import Testing

/// The till's numbers: consecutive, without a gap, whoever sells and whatever fails.
@Suite("bill numbers")
struct NumberTests {
    private struct Refused: Error {}

    private func settlement(_ reference: String, in books: Books) throws -> Settlement {
        let time = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        let offer = try #require(try books.offer(code: "0" + Shop.codeB, on: time.date))
        let reference = SaleReference(reference)
        var sale = Sale.idle
        _ = try sale.apply(.scanned(offer, .one, opening: BillOpening(reference)))
        let payment = Payment(tender: .cash, amount: Money(minorUnits: 10_000))
        let effects = try sale.apply(
            .tendered(payment, offers: [offer.product.id: offer], at: time))
        for case .save(let settlement) in effects { return settlement }
        throw Refused()
    }

    @Test("four threads on two tills, every third sale failing, leave no gap and no double number")
    func concurrent() throws {
        let shop = try Shop(printerName: nil)
        let ledger = try #require(shop.ledger)
        try ledger.transaction { books in
            let product = try #require(try books.product(code: "0" + Shop.codeB))
            try books.receive(product, "B9", day: 9, quantity: 1_000, cost: 7_000)
        }
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for number in 0..<30 {
                // A sale that fails is what this test is about.
                try? ledger.transaction { books in
                    let series = BillSeries(till: 1 + thread % 2, yearStartMonth: 4)
                    let settlement = try settlement("\(thread)-\(number)", in: books)
                    _ = try books.save(settlement, series: series, cashier: "A", at: 1)
                    if number % 3 == 2 { throw Refused() }
                }
            }
        }
        for till in 1...2 {
            let numbers = try query(
                "SELECT number FROM bill WHERE number LIKE 'BILL-260\(till)%' ORDER BY id",
                folder: shop.folder.path)
            let expected = (1...40).map { number in
                [BillNumber(financialYear: 26, till: till, sequence: number).text]
            }
            #expect(numbers == expected)
        }
        var check = ChainCheck()
        try ledger.transaction { try check.advance(in: $0) }
        #expect(check.fault == nil)
        #expect(check.sound == 80)
    }

    @Test("numbers grow to sixteen characters and stop there; what was not sold uses none up")
    func limit() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB, "cash 100", Shop.codeB)
        let queue = try DatabaseQueue(path: shop.folder.path + "/galla.sqlite")
        func set(_ value: Int64) throws {
            try queue.write { try $0.execute(sql: "UPDATE counter SET value = \(value)") }
        }
        try set(999_999)
        shop.type("cash 100", Shop.codeB)
        #expect(try shop.lastBill()?.number == "BILL-26011000000")
        try set(BillNumber.lastSequence)
        #expect(
            shop.type("cash 100") == [
                "Not saved: till 1 has given the last number of this financial year; sell at "
                    + "another till. The bill is as it was before; nothing is sold. Try again."
            ])
        #expect(try query("SELECT value FROM counter", folder: shop.folder.path) == [["9999999"]])
    }
}
