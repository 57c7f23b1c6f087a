@testable import Exchange

/// A file in memory that arrives in the given pieces.
struct Pieces: ByteSource {
    private var pieces: ArraySlice<[UInt8]>

    init(_ pieces: [[UInt8]]) {
        self.pieces = pieces[...]
    }

    mutating func nextChunk() -> [UInt8] {
        pieces.popFirst() ?? []
    }

    /// All records of a file that arrives in pieces, each as its line and its fields.
    static func records(_ pieces: [[UInt8]]) throws(CSVError) -> [ReadRecord] {
        var reader = CSVReader(Pieces(pieces))
        var record = CSVRecord()
        var records: [ReadRecord] = []
        while try reader.next(into: &record) {
            records.append(
                ReadRecord(line: record.line, fields: (0..<record.count).map(record.text)))
        }
        return records
    }
}

/// What a reader said of one record.
struct ReadRecord: Equatable {
    let line: Int
    let fields: [String]
}
