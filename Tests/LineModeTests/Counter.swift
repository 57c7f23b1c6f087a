import Billing
import LineMode

/// A shop counter to word things about: the one place for fixtures.
enum Counter {
    static let wording = Wording(currency: "₹")
    static let productA = product(1, "Product A")
    static let rice = product(2, "பொன்னி அரிசி", unit: "kg")
    static let john = BillCustomer(
        id: CustomerID(1), number: "CUST0001", name: "John Doe", phone: "9876543210", email: nil)

    static func product(_ id: Int64, _ name: String, unit: String = "pc") -> Product {
        Product(id: ProductID(id), barcode: "8901", name: name, unit: Product.Unit(unit))
    }

    /// A line over batches of one price each; amounts in paise, quantities in thousandths.
    static func line(_ product: Product, _ parts: (thousandths: Int64, price: Int64)...) -> CartLine
    {
        CartLine(
            product: product,
            parts: parts.enumerated().map { index, part in
                LinePart(
                    batch: BatchID(Int64(index)), label: "X\(index)",
                    quantity: Quantity(thousandths: part.thousandths), cost: .zero,
                    price: Money(minorUnits: part.price), mrp: nil)
            })
    }

    static func bill(_ lines: [CartLine], customer: BillCustomer? = nil) -> OpenBill {
        OpenBill(reference: SaleReference("sale-1"), lines: lines, customer: customer)
    }
}
