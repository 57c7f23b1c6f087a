import Billing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a bill's document says of one product at one price.
struct BillItem: Encodable {
    private let productId: String
    private let barcode: String
    private let name: String
    private let unit: String
    private let quantity: Decimal
    private let price: Decimal
    private let total: Decimal
    private let batches: [Batch]

    /// What came from one batch.
    private struct Batch: Encodable {
        let batch: String
        let quantity: Decimal
        let cost: Decimal
        let price: Decimal

        init(_ part: LinePart) {
            batch = part.label
            quantity = part.quantity.decimal
            cost = part.cost.decimal
            price = part.price.decimal
        }
    }

    /// The items of a line: one for each of its prices.
    static func items(of line: BillLine) -> [BillItem] {
        line.rows.map { row in
            BillItem(
                line.product, row, parts: line.parts.filter { $0.price == row.price })
        }
    }

    private init(_ product: Product, _ row: PriceRow, parts: [LinePart]) {
        productId = String(product.id.raw)
        barcode = product.barcode
        name = product.name
        unit = product.unit.symbol
        quantity = row.quantity.decimal
        price = row.price.decimal
        total = row.amount.decimal
        batches = parts.map(Batch.init)
    }
}

extension Money {
    /// The amount in the currency's units, exact.
    var decimal: Decimal {
        Decimal(
            sign: minorUnits < 0 ? .minus : .plus, exponent: -2,
            significand: Decimal(minorUnits.magnitude))
    }
}

extension Quantity {
    /// The quantity in the product's units, exact.
    var decimal: Decimal {
        Decimal(
            sign: thousandths < 0 ? .minus : .plus, exponent: -3,
            significand: Decimal(thousandths.magnitude))
    }
}
