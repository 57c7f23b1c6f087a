import Billing
import Ledger

/// Notes changes of tax rates.
struct RateTaker: RowTaker {
    private var noted = 0

    init(at milliseconds: Int64) {}

    var report: ImportReport { .rates(noted: noted) }

    mutating func take(
        _ record: CSVRecord, _ header: Header<RateColumn>, into books: Books
    ) throws {
        try books.add(try Self.change(record, header))
        noted += 1
    }

    private static func change(
        _ record: CSVRecord, _ header: Header<RateColumn>
    ) throws(RowRefusal) -> RateChange {
        let field = { (column: RateColumn) in header.field(column, of: record) }
        let hsn = try hsn(field(.hsn))
        let old = try rate(field(.oldRate), .oldRate)
        guard hsn != nil || old != nil else {
            throw RowRefusal("neither hsn nor old_rate says which goods change")
        }
        guard let new = try rate(field(.newRate), .newRate) else {
            throw RowRefusal("new_rate is empty; write it in percent, like 5, 18 or 0.25")
        }
        return RateChange(
            startsOn: try FieldNumber.day(field(.startsOn), RateColumn.startsOn), hsn: hsn,
            old: old, new: new)
    }

    private static func rate(
        _ field: ArraySlice<UInt8>, _ column: RateColumn
    ) throws(RowRefusal) -> TaxRate? {
        guard !field.isEmpty else { return nil }
        return TaxRate(hundredths: try FieldNumber.percentage(field, column))
    }

    /// A beginning of codes: chapters have two digits, headings four.
    private static func hsn(_ field: ArraySlice<UInt8>) throws(RowRefusal) -> String? {
        guard !field.isEmpty else { return nil }
        guard (2...8).contains(field.count), field.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            throw RowRefusal(
                "hsn \(FieldText.quoted(field)) is no beginning of an HSN code; it has 2 to 8 "
                    + "digits")
        }
        return String(decoding: field, as: UTF8.self)
    }
}
