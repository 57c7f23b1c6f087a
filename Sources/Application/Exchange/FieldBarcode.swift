import Scanning

/// Barcodes as they stand in a file.
enum FieldBarcode {
    /// Reads one code.
    static func code(_ field: ArraySlice<UInt8>) throws(RowRefusal) -> Barcode {
        guard !isSpreadsheetNumber(field) else {
            throw RowRefusal(
                "barcode \(FieldText.quoted(field)) was rounded by a spreadsheet; format the "
                    + "column as text and enter the code again")
        }
        do throws(BarcodeError) {
            return try Barcode(payload: Array(field))
        } catch {
            let name = "barcode \(FieldText.quoted(field))"
            switch error {
            case .empty:
                throw RowRefusal("barcode is empty")
            case .tooLong:
                throw RowRefusal("\(name) is longer than \(Barcode.longest) characters")
            case .unprintable:
                throw RowRefusal("\(name) has characters that no barcode has")
            case .checkDigit(let expected, let found):
                throw RowRefusal(
                    "\(name) ends in \(found) but should end in \(expected): a digit is wrong")
            }
        }
    }

    /// Reads one or several codes with blanks between them; one that stands twice counts once.
    static func codes(_ field: ArraySlice<UInt8>) throws(RowRefusal) -> [Barcode] {
        var codes: [Barcode] = []
        for part in field.split(separator: 0x20) {
            let code = try code(part)
            if !codes.contains(where: { $0.key == code.key }) { codes.append(code) }
        }
        guard !codes.isEmpty else { throw RowRefusal("barcode is empty") }
        return codes
    }

    /// Whether a spreadsheet wrote a long code as `8.90123E+12` and lost its last digits.
    private static func isSpreadsheetNumber(_ field: ArraySlice<UInt8>) -> Bool {
        let parts = field.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
        guard parts.count == 2, let mark = parts[0].last, mark | 0x20 == UInt8(ascii: "e") else {
            return false
        }
        let isNumber = { (byte: UInt8) in (0x30...0x39).contains(byte) || byte == 0x2E }
        return parts[0].count > 1 && parts[0].dropLast().allSatisfy(isNumber)
            && !parts[1].isEmpty && parts[1].allSatisfy { (0x30...0x39).contains($0) }
    }
}
