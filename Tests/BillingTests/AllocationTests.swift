import Billing
import Testing

@Suite("Allocation")
struct AllocationTests {
    static let offer = Offer(
        product: Shop.rice,
        batches: [
            Shop.batch(1, "first", Quantity(thousandths: 1_500), cost: 10_00, price: 20_00),
            Shop.batch(2, "second", Quantity(thousandths: 2_000), cost: 11_00, price: 20_00),
            Shop.batch(3, "third", Quantity(thousandths: 1), cost: 12_00, price: 25_00, mrp: 26_00),
        ])

    @Test(
        "each batch is emptied before the next one is touched",
        arguments: [
            (0, []), (1, [1]), (1_499, [1_499]), (1_500, [1_500]), (1_501, [1_500, 1]),
            (3_500, [1_500, 2_000]), (3_501, [1_500, 2_000, 1]),
        ] as [(Int64, [Int64])])
    func firstInFirstOut(wanted: Int64, taken: [Int64]) throws {
        let parts = try Allocation.firstInFirstOut(
            Quantity(thousandths: wanted), from: Self.offer)
        #expect(parts.map(\.quantity.thousandths) == taken)
        #expect(parts.map(\.batch) == Self.offer.batches.prefix(taken.count).map(\.id))
    }

    @Test("more than there is, or less than nothing, is refused with what can be sold")
    func shortage() {
        for wanted in [3_502, 999_999_999, -1] as [Int64] {
            #expect(throws: Allocation.Shortage.self) {
                try Allocation.firstInFirstOut(Quantity(thousandths: wanted), from: Self.offer)
            }
        }
        do throws(Allocation.Shortage) {
            _ = try Allocation.firstInFirstOut(Quantity(pieces: 4), from: Self.offer)
        } catch {
            #expect(error.available == Quantity(thousandths: 3_501))
        }
    }

    @Test("a batch that is used up is passed over")
    func emptyBatch() throws {
        let empty = Shop.batch(9, "empty", .zero, cost: 1)
        let offer = Offer(product: Shop.productA, batches: [empty, Shop.a1, empty])
        let parts = try Allocation.firstInFirstOut(.one, from: offer)
        #expect(parts == [LinePart(batch: Shop.a1, quantity: .one)])
        #expect(offer.available == .one)
    }

    @Test("a part carries its batch's label, cost, price and MRP, and its cost is exact")
    func parts() throws {
        let parts = try Allocation.firstInFirstOut(
            Quantity(thousandths: 3_501), from: Self.offer)
        let last = try #require(parts.last)
        #expect(last.label == "third")
        #expect(last.cost == Money(minorUnits: 12_00))
        #expect(last.price == Money(minorUnits: 25_00))
        #expect(last.mrp == Money(minorUnits: 26_00))
        // 12.00 × 0.001 is 1.2 paise.
        #expect(parts.map(\.totalCost.minorUnits) == [15_00, 22_00, 1])
        let dearer = last.priced(at: Money(minorUnits: 26_00))
        #expect(dearer.price == Money(minorUnits: 26_00))
        #expect(dearer.priced(at: last.price) == last)
    }
}
