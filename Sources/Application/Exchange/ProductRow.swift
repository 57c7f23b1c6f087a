import Billing
import Ledger
import Scanning

/// A row of a product list, checked as far as that is possible without the books.
struct ProductRow {
    /// The product's codes; at least one, none twice.
    let codes: [PackCode]
    /// What the catalogue is to say of it.
    let entry: CatalogueEntry

    /// Checks a record.
    init(_ record: CSVRecord, _ header: Header<ProductColumn>) throws(RowRefusal) {
        let field = { (column: ProductColumn) in header.field(column, of: record) }
        codes = try FieldBarcode.codes(field(.barcode))
        entry = CatalogueEntry(
            name: try FieldText.text(field(.name), ProductColumn.name, limit: 120),
            unit: try Self.unit(field(.unit)),
            hsn: try Self.hsn(field(.hsn)),
            gstRate: try FieldNumber.percentage(field(.gstRate), ProductColumn.gstRate),
            category: try Self.category(field(.category)),
            isTaxedOnMRP: try Self.isTaxedOnMRP(field(.taxOnMRP)))
        if let carton = codes.first(where: { $0.pieces > 1 }), !entry.unit.isCounted {
            throw RowRefusal(
                "barcode \(carton.code.shown) stands for \(carton.pieces) pieces, but "
                    + "\(entry.name) is sold by the \(entry.unit.symbol)")
        }
    }

    private static func isTaxedOnMRP(_ field: ArraySlice<UInt8>) throws(RowRefusal) -> Bool {
        switch String(decoding: field, as: UTF8.self).lowercased() {
        case "", "no": return false
        case "yes": return true
        default:
            throw RowRefusal("tax_on_mrp \(FieldText.quoted(field)) is neither yes nor no")
        }
    }

    /// Spreadsheets begin cells with a capital: `Pc` is `pc`, or it would be sold in fractions.
    private static func unit(_ field: ArraySlice<UInt8>) throws(RowRefusal) -> Product.Unit {
        let symbol = try FieldText.text(field, ProductColumn.unit, limit: 16)
        let lowered = Product.Unit(symbol.lowercased())
        return lowered.isCounted ? lowered : Product.Unit(symbol)
    }

    private static func hsn(_ field: ArraySlice<UInt8>) throws(RowRefusal) -> String? {
        guard !field.isEmpty else { return nil }
        guard [4, 6, 8].contains(field.count), field.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            throw RowRefusal(
                "hsn \(FieldText.quoted(field)) is no HSN code; it has 4, 6 or 8 digits "
                    + "(a spreadsheet may have dropped a 0 in front)")
        }
        return String(decoding: field, as: UTF8.self)
    }

    private static func category(_ field: ArraySlice<UInt8>) throws(RowRefusal) -> String? {
        guard !field.isEmpty else { return nil }
        return try FieldText.text(field, ProductColumn.category, limit: 60)
    }
}
