import Billing
import Ledger
import Scanning

/// A row of a delivery, checked as far as that is possible without the books.
struct BatchRow {
    /// The product's code.
    let code: Barcode
    /// The batch's label.
    let label: String
    private let receivedOn: CivilDate
    private let expiresOn: CivilDate?
    private let quantity: Quantity
    private let cost: Money
    private let price: Money
    private let mrp: Money

    /// Checks a record; where no MRP is given, the price is taken for it.
    init(_ record: CSVRecord, _ header: Header<BatchColumn>) throws(RowRefusal) {
        let field = { (column: BatchColumn) in header.field(column, of: record) }
        code = try FieldBarcode.code(field(.barcode))
        label = try FieldText.text(field(.batch), BatchColumn.batch, limit: 60)
        receivedOn = try FieldNumber.day(
            field(.receivedAt), BatchColumn.receivedAt, mayHaveTime: true)
        expiresOn = try Self.expiry(field(.expiresOn), receivedOn: receivedOn)
        quantity = try FieldNumber.quantity(field(.quantity), BatchColumn.quantity)
        cost = try FieldNumber.money(field(.cost), BatchColumn.cost)
        price = try FieldNumber.money(field(.price), BatchColumn.price)
        let printed = field(.mrp)
        mrp = printed.isEmpty ? price : try FieldNumber.money(printed, BatchColumn.mrp)
        guard cost <= price else {
            throw RowRefusal("price \(price.digits) is below cost \(cost.digits)")
        }
        guard price <= mrp else {
            throw RowRefusal("price \(price.digits) is above mrp \(mrp.digits)")
        }
    }

    /// The batch on its way into the stock of a product.
    func receipt(for product: Product) throws(RowRefusal) -> BatchReceipt {
        guard quantity.isWhole || !product.unit.isCounted else {
            throw RowRefusal(
                "quantity \(quantity.digits) is broken, but \(product.name) is counted in "
                    + product.unit.symbol)
        }
        return BatchReceipt(
            product: product.id, label: label, receivedOn: receivedOn, expiresOn: expiresOn,
            quantity: quantity, cost: cost, price: price, mrp: mrp)
    }

    private static func expiry(
        _ field: ArraySlice<UInt8>, receivedOn: CivilDate
    ) throws(RowRefusal) -> CivilDate? {
        guard !field.isEmpty else { return nil }
        let day = try FieldNumber.day(field, BatchColumn.expiresOn)
        guard day >= receivedOn else {
            throw RowRefusal("expires_on \(day.iso) is before received_at \(receivedOn.iso)")
        }
        return day
    }
}
