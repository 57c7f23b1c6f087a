import Billing
import ExactJSON

// What a bill's document says of its goods.
extension BillDocument {
    /// The items of a line: one for each of its prices.
    static func items(of line: BillLine) -> [JSONValue] {
        line.rows.map { row in
            [
                "productId": .string(String(line.product.id.raw)),
                "barcode": .string(line.product.barcode), "name": .string(line.product.name),
                "unit": .string(line.product.unit.symbol), "quantity": .quantity(row.quantity),
                "price": .amount(row.price), "total": .amount(row.amount),
                "batches": .array(line.parts.filter { $0.price == row.price }.map(batch)),
            ]
        }
    }

    /// A line with its discounts and the tax in what is left.
    static func line(_ line: BillLine) -> JSONValue {
        var object = JSONObject([
            ("productId", .string(String(line.product.id.raw))),
            ("name", .string(line.product.name)), ("quantity", .quantity(line.quantity)),
            ("gross", .amount(line.amounts.gross)), ("discount", .amount(line.amounts.discount)),
            ("billDiscount", .amount(line.amounts.billDiscount)),
            ("net", .amount(line.amounts.net)), ("cost", .amount(line.totalCost)),
        ])
        if let hsn = line.product.hsn { object.set("hsn", to: .string(hsn)) }
        if let share = line.amounts.tax {
            let row = TaxRow(
                rate: share.rate, taxable: share.taxable, cgst: share.cgst, sgst: share.sgst)
            object.set("tax", to: tax(row))
        }
        return .object(object)
    }

    /// The tax of one rate, which is in percent.
    static func tax(_ row: TaxRow) -> JSONValue {
        [
            "rate": .number(JSONNumber(scaled: Int64(row.rate.hundredths), places: 2)),
            "taxable": .amount(row.taxable), "cgst": .amount(row.cgst), "sgst": .amount(row.sgst),
        ]
    }

    /// What came from one batch.
    static func batch(_ part: LinePart) -> JSONValue {
        [
            "batch": .string(part.label), "quantity": .quantity(part.quantity),
            "cost": .amount(part.cost), "price": .amount(part.price),
        ]
    }
}
