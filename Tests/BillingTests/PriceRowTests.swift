import Billing
import Testing

@Suite("Rows of a line")
struct PriceRowTests {
    private func part(_ thousandths: Int64, at price: Int64, cost: Int64 = 1_00) -> LinePart {
        LinePart(
            batch: Shop.batch(1, "x", .one, cost: cost, price: price),
            quantity: Quantity(thousandths: thousandths))
    }

    @Test("parts at one price are one row, in the order in which the prices appear")
    func grouping() {
        let parts = [part(1_000, at: 5), part(2_000, at: 7), part(3_000, at: 5), part(500, at: 7)]
        let rows = PriceRow.rows(of: parts)
        #expect(rows.map(\.price.minorUnits) == [5, 7])
        #expect(rows.map(\.quantity.thousandths) == [4_000, 2_500])
        #expect(PriceRow.rows(of: []) == [])
    }

    // A gram at ₹4 a kilogram is 0.4 paise: nothing alone, but two grams are 0.8 paise, so 1.
    @Test("a row is rounded once, so that it agrees with what is printed")
    func rounding() {
        let parts = [part(1, at: 4_00), part(1, at: 4_00)]
        #expect(parts.map { $0.price * $0.quantity }.total() == .zero)
        let line = BillLine(product: Shop.rice, parts: parts)
        #expect(line.amount == Money(minorUnits: 1))
        #expect(CartLine(product: Shop.rice, parts: parts).amount == line.amount)
    }

    @Test("a line's quantity, amount and cost are the sums over its parts")
    func sums() {
        let parts = [part(1_000, at: 90_00, cost: 80_00), part(2_500, at: 100_00, cost: 85_00)]
        let line = BillLine(product: Shop.rice, parts: parts)
        #expect(line.quantity == Quantity(thousandths: 3_500))
        #expect(line.amount == Money(minorUnits: 340_00))
        #expect(line.totalCost == Money(minorUnits: 292_50))
        #expect(line.rows.count == 2)
    }

    @Test("a cart line without a part is our mistake and stops the program")
    func noParts() async {
        await #expect(processExitsWith: .failure) {
            _ = CartLine(product: Shop.productA, parts: [])
        }
    }

    @Test(
        "pieces are sold whole and go without saying, other units do not",
        arguments: [
            ("pc", true, true), ("pcs", true, true), ("piece", true, true), ("pack", true, false),
            ("dozen", true, false), ("bottle", true, false), ("box", true, false),
            ("kg", false, false), ("l", false, false), ("m", false, false), ("", false, false),
        ])
    func units(symbol: String, isCounted: Bool, isSilent: Bool) {
        let unit = Product.Unit(symbol)
        #expect(unit.isCounted == isCounted)
        #expect(unit.isSilent == isSilent)
    }
}
