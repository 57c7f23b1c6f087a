import Billing
import Testing

@Suite("Sale: what accepted events ask for")
struct SaleEffectsTests {
    @Test("a scan opens a bill under its reference; the next one keeps that reference")
    func references() throws {
        var sale = Sale.idle
        let first = SaleReference("first")
        let scan = SaleEvent.scanned(Shop.offerA, .one, opening: BillOpening(first))
        #expect(try sale.apply(scan) == [.lineChanged(0)])
        let again = SaleEvent.scanned(
            Shop.offerB, .one, opening: BillOpening(SaleReference("second")))
        #expect(try sale.apply(again) == [.lineChanged(1)])
        #expect(sale.openBill?.reference == first)
    }

    @Test("a product scanned again adds to its line, wherever that stands")
    func sameLine() throws {
        var sale = try Sale.after(.scan(Shop.offerA), .scan(Shop.offerB))
        #expect(try sale.apply(.scan(Shop.offerA, 2)) == [.lineChanged(0)])
        #expect(sale.openBill?.lines.map(\.quantity) == [Quantity(pieces: 3), .one])
    }

    @Test("a customer comes, changes and goes; before the first scan they open a bill")
    func customer() throws {
        var sale = Sale.idle
        let link = SaleEvent.customerLinked(Shop.john, opening: Shop.opening)
        #expect(try sale.apply(link) == [.customerChanged(Shop.john)])
        #expect(sale.openBill?.customer == Shop.john)
        #expect(try sale.refusal(of: .pay(100_00)) == .emptyBill)
        _ = try sale.apply(.scan(Shop.offerA))
        #expect(sale.openBill?.customer == Shop.john)
        #expect(try sale.apply(.customerUnlinked) == [.customerChanged(nil)])
        #expect(sale.openBill?.customer == nil)
        #expect(sale.openBill?.lines.count == 1)
    }

    @Test("a line is taken out by its number, or the last one")
    func delete() throws {
        var sale = try Sale.after(
            .scan(Shop.offerA), .scan(Shop.offerB), .scan(Shop.offerRice))
        let lines = try #require(sale.openBill).lines
        #expect(try sale.apply(.lineDeleted(line: 1)) == [.lineRemoved(lines[0])])
        #expect(try sale.apply(.lineDeleted(line: nil)) == [.lineRemoved(lines[2])])
        #expect(sale.openBill?.lines == [lines[1]])
        #expect(try sale.apply(.lineDeleted(line: 1)) == [.lineRemoved(lines[1])])
        #expect(sale.refusal(of: .lineDeleted(line: nil)) == .emptyBill)
        #expect(try sale.refusal(of: .pay(1_00)) == .emptyBill)
    }

    @Test("a line that is not there is refused by its number", arguments: [0, -1, 3, 9_999, .min])
    func noSuchLine(line: Int) throws {
        let sale = try Sale.after(.scan(Shop.offerA), .scan(Shop.offerB))
        let expected = Rejection.noSuchLine(line, count: 2)
        #expect(sale.refusal(of: .lineDeleted(line: line)) == expected)
        #expect(sale.refusal(of: .priceSet(line: line, .limit)) == expected)
        #expect(sale.refusal(of: .quantitySet(line: line, .one, Shop.offerB)) == expected)
    }

    @Test("a bill that is thrown away is handed back whole, and the next scan starts afresh")
    func void() throws {
        var sale = try Sale.after(
            .scan(Shop.offerA), .customerLinked(Shop.john, opening: Shop.opening))
        let bill = try #require(sale.openBill)
        #expect(try sale.apply(.voided) == [.voided(bill)])
        #expect(sale == .idle)
        _ = try sale.apply(.scanned(Shop.offerB, .one, opening: BillOpening(SaleReference("next"))))
        #expect(sale.openBill?.customer == nil)
        #expect(sale.openBill?.reference == SaleReference("next"))
    }

    @Test("a saved bill is told and printed; the next scan opens another one")
    func saved() throws {
        var sale = try Sale.after(.scan(Shop.offerA), .pay(100_00))
        let settlement = try #require(sale.settlement)
        let bill = settlement.bill(number: "BILL-2501000001", cashier: "Asha")
        #expect(try sale.apply(.saved(bill)) == [.sold(bill)])
        #expect(sale == .sold(bill))
        _ = try sale.apply(.scanned(Shop.offerB, .one, opening: BillOpening(SaleReference("next"))))
        #expect(sale.openBill?.lines.map(\.product) == [Shop.productB])
    }

    @Test("a failed save gives the bill back as it was before the payment, and it can be paid")
    func saveFailed() throws {
        var sale = try Sale.after(.scan(Shop.offerA, 2), .scan(Shop.offerB))
        let before = sale
        _ = try sale.apply(.pay(300_00))
        #expect(try sale.apply(.saveFailed) == [])
        #expect(sale == before)
        _ = try sale.apply(.pay(300_00))
        #expect(sale.settlement?.total == Money(minorUnits: 300_00))
    }
}
