import Billing
import Ledger
import Scanning

/// Adds products to the catalogue and changes those that it knows by one of their codes.
struct ProductTaker: RowTaker {
    private var added = 0
    private var changed = 0
    /// On which line each product of this file stands.
    private var lines: [ProductID: Int] = [:]

    /// The day of the import, in Greenwich: rates change in months, not in hours.
    private let today: CivilDate?

    init(at milliseconds: Int64) {
        today = CivilTime(localSeconds: milliseconds / 1_000)?.date
    }

    var report: ImportReport { .products(added: added, changed: changed) }

    mutating func take(
        _ record: CSVRecord, _ header: Header<ProductColumn>, into books: Books
    ) throws {
        let row = try ProductRow(record, header)
        let product: ProductID
        if let known = try owner(of: row.codes.map(\.code), in: books) {
            product = known
            try books.changeProduct(product, to: row.entry, on: today)
            changed += 1
        } else {
            product = try books.addProduct(row.entry, on: today)
            added += 1
        }
        for pack in row.codes {
            try books.addCode(
                pack.code.key, shown: pack.code.shown, pieces: pack.pieces, to: product)
        }
        lines[product] = record.line
    }

    /// The one product that has any of the codes.
    private func owner(of codes: [Barcode], in books: Books) throws -> ProductID? {
        var owner: (product: ProductID, code: Barcode)?
        for code in codes {
            guard let product = try books.product(code: code.key) else { continue }
            if let line = lines[product] {
                throw RowRefusal("barcode \(code.shown) belongs to the product on line \(line)")
            }
            if let owner, owner.product != product {
                throw RowRefusal(
                    "barcodes \(owner.code.shown) and \(code.shown) belong to two different "
                        + "products in the books")
            }
            owner = (product, code)
        }
        return owner?.product
    }
}
