/// What a terminal shows after the bytes it was sent: as much of one as line mode needs.
///
/// An escape sequence it does not know makes it fail, so that no new one slips in untested.
package struct ScreenModel {
    /// The window's width.
    package var columns: Int
    /// Where the cursor stands: the row counts from the first that was ever written.
    package private(set) var cursor = (row: 0, column: 0)
    /// How often the bell rang.
    package private(set) var bells = 0
    /// The parameters of the colours set so far (SGR), in order.
    package private(set) var colours: [String] = []

    private var cells: [[String]] = [[]]
    private var saved = (row: 0, column: 0)
    private var wraps = true
    private var rest: [UInt8] = []

    package init(columns: Int) {
        self.columns = columns
    }

    /// The rows without trailing blanks; blank ones at the end are left out.
    package var rows: [String] {
        var rows = cells.map { row in
            var row = row[...]
            while row.last == " " { row.removeLast() }
            return row.joined()
        }
        while rows.count > 1, rows.last == "" { rows.removeLast() }
        return rows
    }

    /// The row of the cursor, what a person sees on the left and the right of it.
    package var halves: (before: String, after: String) {
        let row = cells[cursor.row]
        let missing = Array(repeating: " ", count: max(0, cursor.column - row.count))
        return (
            (row.prefix(cursor.column) + missing).joined(),
            row.dropFirst(cursor.column).joined()
        )
    }

    /// The row of the cursor with the cursor as "|".
    package var line: String { halves.before + "|" + halves.after }

    /// Takes what the program sent, cut anywhere.
    package mutating func take(_ bytes: ArraySlice<UInt8>) {
        rest += bytes
        var position = 0
        while position < rest.count, let length = step(rest[position...]) { position += length }
        rest.removeFirst(position)
    }

    /// Obeys one character or sequence; nil when its end has not come yet.
    private mutating func step(_ bytes: ArraySlice<UInt8>) -> Int? {
        switch bytes.first {
        case 0x1B: return escape(bytes)
        case 0x07: bells += 1
        case 0x08: cursor.column = max(0, cursor.column - 1)
        case 0x0D: cursor.column = 0
        case 0x0A: lineFeed()
        default:
            var decoder = UTF8()
            var iterator = bytes.makeIterator()
            guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
            put(scalar)
            return UTF8.width(scalar)
        }
        return 1
    }

    private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let kind = bytes.dropFirst().first else { return nil }
        switch kind {
        case UInt8(ascii: "7"): saved = cursor
        case UInt8(ascii: "8"): cursor = saved
        case UInt8(ascii: "["):
            let parameters = bytes.dropFirst(2).prefix { (0x20..<0x40).contains($0) }
            guard let final = bytes.dropFirst(2 + parameters.count).first else { return nil }
            obey(String(decoding: parameters + [final], as: UTF8.self))
            return 3 + parameters.count
        default: preconditionFailure("Unknown escape \(kind)")
        }
        return 2
    }

    private mutating func obey(_ sequence: String) {
        switch sequence {
        case "K": cells[cursor.row] = Array(cells[cursor.row].prefix(cursor.column))
        case "?7l": wraps = false
        case "?7h": wraps = true
        case "H": cursor = (0, 0)
        case "2J": cells = [[]]
        case _ where sequence.hasSuffix("m"): colours.append(String(sequence.dropLast()))
        default: preconditionFailure("Unknown sequence \(sequence)")
        }
    }

    private mutating func lineFeed() {
        cursor.row += 1
        if cursor.row == cells.count { cells.append([]) }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        if scalar.properties.generalCategory == .nonspacingMark, cursor.column > 0 {
            cells[cursor.row][cursor.column - 1].unicodeScalars.append(scalar)
            return
        }
        if cursor.column >= columns {
            if wraps {
                cursor.column = 0
                lineFeed()
            } else {
                cursor.column = columns - 1
            }
        }
        let missing = cursor.column + 1 - cells[cursor.row].count
        if missing > 0 { cells[cursor.row] += Array(repeating: " ", count: missing) }
        cells[cursor.row][cursor.column] = String(scalar)
        cursor.column += 1
    }
}
