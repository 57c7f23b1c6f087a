import Billing
import Testing

@Suite("Sale: a bill put aside")
struct ParkingTests {
    @Test("a parked bill comes back as it was, customer and edited price with it")
    func roundTrip() throws {
        var sale = try Sale.after(
            .scan(Shop.offerA, 2), .priceSet(line: nil, Money(minorUnits: 95_00)),
            .customerLinked(Shop.john, opening: Shop.opening))
        let bill = try #require(sale.openBill)
        let time = try morning()
        #expect(
            try sale.apply(.held(as: 3, since: time))
                == [.held(HeldBill(number: 3, bill: bill, since: time))])
        #expect(sale == .idle)
        #expect(try sale.apply(.resumed(bill)) == [.resumed(bill)])
        #expect(sale == .open(bill))
    }

    @Test("a bill without lines is not put aside")
    func empty() throws {
        let sale = try Sale.after(.customerLinked(Shop.john, opening: Shop.opening))
        #expect(sale.refusal(of: .held(as: 1, since: try morning())) == .emptyBill)
    }
}
