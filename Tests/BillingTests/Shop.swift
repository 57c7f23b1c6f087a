import Billing
import Testing

/// The shop of the walkthrough and a few goods that behave otherwise: the one place for fixtures.
enum Shop {
    static let productA = product(1, "Product A")
    static let productB = product(2, "Product B")
    static let rice = product(3, "Basmati rice, loose", unit: "kg")

    static let a1 = batch(11, "A1", .one, cost: 80_00)
    static let a2 = batch(12, "A2", Quantity(pieces: 10), cost: 85_00)
    static let b1 = batch(21, "B1", Quantity(pieces: 10), cost: 75_00)

    /// ₹100 each: one piece that cost ₹80, then ten that cost ₹85.
    static let offerA = Offer(product: productA, batches: [a1, a2])
    /// ₹100 each, ten that cost ₹75.
    static let offerB = Offer(product: productB, batches: [b1])
    /// Two kilograms at ₹60.50, cost ₹50, then five at ₹64, cost ₹55.
    static let offerRice = Offer(
        product: rice,
        batches: [
            batch(31, "R1", Quantity(pieces: 2), cost: 50_00, price: 60_50),
            batch(32, "R2", Quantity(pieces: 5), cost: 55_00, price: 64_00),
        ])

    static let offers = [
        productA.id: offerA, productB.id: offerB, rice.id: offerRice,
    ]

    static let john = BillCustomer(
        id: CustomerID(1), number: "CUST0001", name: "John Doe", phone: "9876543210", email: nil)

    static let reference = SaleReference("sale-1")
    static let opening = BillOpening(reference)

    static func product(
        _ id: Int64, _ name: String, unit: String = "pc", rate: Int = 0, isTaxedOnMRP: Bool = false
    ) -> Product {
        Product(
            id: ProductID(id), barcode: "890000000000\(id)", name: name, unit: Product.Unit(unit),
            rate: TaxRate(hundredths: rate), isTaxedOnMRP: isTaxedOnMRP)
    }

    /// A batch; amounts in paise.
    static func batch(
        _ id: Int64, _ label: String, _ available: Quantity, cost: Int64, price: Int64 = 100_00,
        mrp: Int64? = nil
    ) -> Batch {
        Batch(
            id: BatchID(id), label: label, available: available, cost: Money(minorUnits: cost),
            price: Money(minorUnits: price), mrp: mrp.map(Money.init(minorUnits:)))
    }

    static func cash(_ paise: Int64) -> Payment {
        Payment(tender: .cash, amount: Money(minorUnits: paise))
    }
}

/// Ten thirty in the morning of the day on the specification's receipt.
func morning() throws -> CivilTime {
    try #require(CivilTime(iso: "2025-01-15 10:30:00"))
}
