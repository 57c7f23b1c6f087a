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
    ///
    /// `8901234567890*12` is the code of a carton of twelve.
    static func codes(_ field: ArraySlice<UInt8>) throws(RowRefusal) -> [PackCode] {
        var codes: [PackCode] = []
        for part in field.split(separator: 0x20) {
            let pack = try packCode(part)
            guard let known = codes.first(where: { $0.code.key == pack.code.key }) else {
                codes.append(pack)
                continue
            }
            guard known == pack else {
                throw RowRefusal("barcode \(pack.code.shown) stands twice with other pieces")
            }
        }
        guard !codes.isEmpty else {
            throw RowRefusal(
                "barcode is empty; give goods without one a short code of your own, like 21: "
                    + "find shows them by name, and the code can be typed")
        }
        return codes
    }

    private static func packCode(_ part: ArraySlice<UInt8>) throws(RowRefusal) -> PackCode {
        guard let star = part.lastIndex(of: UInt8(ascii: "*")) else {
            return PackCode(code: try code(part), pieces: 1)
        }
        let pieces = Int64(String(decoding: part[(star + 1)...], as: UTF8.self))
        guard let pieces, (2...9_999).contains(pieces) else {
            throw RowRefusal(
                "barcode \(FieldText.quoted(part)) says no number of pieces from 2 to 9999 "
                    + "behind its *; write a carton of twelve like 8901234567890*12")
        }
        return PackCode(code: try code(part[..<star]), pieces: pieces)
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
