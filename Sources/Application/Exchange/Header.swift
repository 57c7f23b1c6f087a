/// Where each column of a file stands, as its first record says.
struct Header<Name: Column> {
    /// How many fields each row has.
    let count: Int
    private let positions: [Int?]

    /// Reads the first record; columns may stand in any order and in capitals.
    init(_ record: CSVRecord) throws(RowRefusal) {
        let columns = Array(Name.allCases)
        var positions = [Int?](repeating: nil, count: columns.count)
        for index in 0..<record.count {
            let word = Self.word(record.text(index))
            guard let column = columns.first(where: { $0.name == word }) else {
                throw RowRefusal(
                    "the column \(Self.shown(word)) is not known; the header is \(Name.header)")
            }
            guard positions[column.rawValue] == nil else {
                throw RowRefusal("the column \(word) stands twice in the header")
            }
            positions[column.rawValue] = index
        }
        let missing = columns.filter { positions[$0.rawValue] == nil && !$0.isOptional }
        guard missing.isEmpty else {
            throw RowRefusal(
                "the header lacks \(missing.map(\.name).joined(separator: ", ")); "
                    + "it is \(Name.header)")
        }
        self.positions = positions
        count = record.count
    }

    /// The field of a column without the blanks around it; empty when the file lacks the column.
    func field(_ column: Name, of record: CSVRecord) -> ArraySlice<UInt8> {
        guard let position = positions[column.rawValue] else { return [] }
        return Header.trimmed(record.field(position))
    }

    private static func word(_ text: String) -> String {
        String(text.drop { $0 == " " }.lowercased().reversed().drop { $0 == " " }.reversed())
    }

    private static func shown(_ word: String) -> String {
        word.isEmpty ? "without a name" : FieldText.quoted(word)
    }

    private static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var field = field
        while let first = field.first, first == 0x20 || first == 0x09 { field.removeFirst() }
        while let last = field.last, last == 0x20 || last == 0x09 { field = field.dropLast() }
        return field
    }
}
