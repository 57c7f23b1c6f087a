import Billing
import Testing

@Suite("Quantity edits")
struct QuantityEditTests {
    @Test("a quantity is set on the line that was named, afresh over its batches")
    func setting() throws {
        var sale = try Sale.after(.scan(Shop.offerA, 5), .scan(Shop.offerB))
        let one = SaleEvent.quantitySet(line: 1, .one, Shop.offerA)
        #expect(try sale.apply(one) == [.lineChanged(0)])
        #expect(sale.openBill?.lines[0].parts.map(\.label) == ["A1"])
        let four = SaleEvent.quantitySet(line: nil, Quantity(pieces: 4), Shop.offerB)
        #expect(try sale.apply(four) == [.lineChanged(1)])
        #expect(sale.openBill?.total.digits == "500.00")
    }

    @Test("setting a quantity and scanning up to it lead to the same line", arguments: 1...11)
    func sameAsScanning(pieces: Int64) throws {
        let set = try Sale.after(
            .scan(Shop.offerA), .quantitySet(line: nil, Quantity(pieces: pieces), Shop.offerA))
        var scanned = Sale.idle
        for _ in 1...pieces { _ = try scanned.apply(.scan(Shop.offerA)) }
        #expect(set == scanned)
    }

    @Test("setting the quantity that is there already changes nothing")
    func unchanged() throws {
        var sale = try Sale.after(.scan(Shop.offerA, 3), .scan(Shop.offerRice, 2))
        let before = sale
        _ = try sale.apply(.quantitySet(line: 1, Quantity(pieces: 3), Shop.offerA))
        #expect(sale == before)
    }

    @Test("counted goods are never sold in broken quantities, by scan or by edit")
    func notWhole() throws {
        let expected = Rejection.notWhole(product: "Product A", unit: "pc")
        #expect(Sale.idle.refusal(of: .weigh(Shop.offerA, 1_500)) == expected)
        let sale = try Sale.after(.scan(Shop.offerA))
        #expect(sale.refusal(of: .weigh(Shop.offerA, 500)) == expected)
        let edit = SaleEvent.quantitySet(line: nil, Quantity(thousandths: 1), Shop.offerA)
        #expect(sale.refusal(of: edit) == expected)
    }

    @Test("a line never holds more than the largest quantity, by scan or by edit")
    func tooLarge() throws {
        let huge = Offer(
            product: Shop.rice,
            batches: [Shop.batch(1, "silo", Quantity(pieces: 2_000_000), cost: 0, price: 1)])
        let over = Quantity(thousandths: 1_000_000_000)
        let scan = SaleEvent.scanned(huge, over, opening: Shop.opening)
        #expect(Sale.idle.refusal(of: scan) == .quantityTooLarge)
        let full = try Sale.after(
            .scanned(huge, Quantity.limit, opening: Shop.opening))
        #expect(full.refusal(of: .weigh(huge, 1)) == .quantityTooLarge)
        #expect(full.refusal(of: .quantitySet(line: 1, over, huge)) == .quantityTooLarge)
    }

    @Test("weighed goods are added to the gram, over batches of different prices")
    func weighed() throws {
        var sale = try Sale.after(.weigh(Shop.offerRice, 450))
        // 0.450 kg at ₹60.50 is ₹27.225.
        #expect(sale.openBill?.total.digits == "27.23")
        _ = try sale.apply(.weigh(Shop.offerRice, 1_551))
        let line = try #require(sale.openBill?.lines.first)
        // Two kilograms at ₹60.50, and a gram at ₹64, which is 6.4 paise.
        #expect(line.rows.map(\.quantity.digits) == ["2", "0.001"])
        #expect(line.amount.digits == "121.06")
        _ = try sale.apply(.pay(200_00))
        // Two kilograms cost ₹100, the gram cost 5.5 paise.
        #expect(sale.settlement?.totalCost.digits == "100.06")
        #expect(sale.settlement?.change.digits == "78.94")
    }

    @Test("a product without stock is refused, and opens no bill")
    func noStock() {
        let offer = Offer(product: Shop.rice, batches: [])
        #expect(
            Sale.idle.refusal(of: .weigh(offer, 450))
                == .notEnoughStock(
                    product: "Basmati rice, loose", wanted: Quantity(thousandths: 450),
                    inStock: .zero, unit: "kg"))
    }
}
