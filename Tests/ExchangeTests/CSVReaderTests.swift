import Testing

@testable import Exchange

@Suite("A CSV file is read as RFC 4180 means it")
struct CSVReaderTests {
    private static let tables: [(String, [ReadRecord])] = [
        ("", []),
        ("\n\r\n\n", []),
        ("a,b", [ReadRecord(line: 1, fields: ["a", "b"])]),
        (
            "a,b\n1,2\n",
            [
                ReadRecord(line: 1, fields: ["a", "b"]), ReadRecord(line: 2, fields: ["1", "2"]),
            ]
        ),
        (
            "a,b\r\n1,2\r\n",
            [
                ReadRecord(line: 1, fields: ["a", "b"]), ReadRecord(line: 2, fields: ["1", "2"]),
            ]
        ),
        (
            "\n\na;b,c\n\n1;2\r",
            [
                ReadRecord(line: 3, fields: ["a", "b,c"]), ReadRecord(line: 5, fields: ["1", "2"]),
            ]
        ),
        ("\u{FEFF}\"a\",b\n", [ReadRecord(line: 1, fields: ["a", "b"])]),
        (
            ",\n,,\n",
            [
                ReadRecord(line: 1, fields: ["", ""]), ReadRecord(line: 2, fields: ["", "", ""]),
            ]
        ),
        (
            "\"a;b\",\"c\"\"d\",\"\"\n\"e\nf\r\n\",g,\"\"\"\"\nh,i,j",
            [
                ReadRecord(line: 1, fields: ["a;b", "c\"d", ""]),
                ReadRecord(line: 2, fields: ["e\nf\r\n", "g", "\""]),
                ReadRecord(line: 5, fields: ["h", "i", "j"]),
            ]
        ),
        ("a\nb;c\n", [ReadRecord(line: 1, fields: ["a"]), ReadRecord(line: 2, fields: ["b;c"])]),
        (
            "चाय,முறுக்கு\nx 1\" y,₹\n",
            [
                ReadRecord(line: 1, fields: ["चाय", "முறுக்கு"]),
                ReadRecord(line: 2, fields: ["x 1\" y", "₹"]),
            ]
        ),
    ]

    @Test(
        "records, fields and lines come out the same, wherever the file is cut", arguments: tables)
    func everyCut(text: String, expected: [ReadRecord]) throws {
        let bytes = Array(text.utf8)
        #expect(try Pieces.records([bytes]) == expected)
        #expect(try Pieces.records(bytes.map { [$0] }) == expected)
        for cut in bytes.indices.dropFirst() {
            #expect(try Pieces.records([Array(bytes[..<cut]), Array(bytes[cut...])]) == expected)
        }
    }

    @Test(
        "what is no CSV is refused with its line, wherever the file is cut",
        arguments: [
            ("a,b\n1,\"2\n3\n", CSVError.unterminatedQuote(line: 2)),
            ("\"", .unterminatedQuote(line: 1)),
            ("a\n\"1\n\"2\n", .textAfterQuote(line: 3)),
            ("a,b\n\"1\" ,2", .textAfterQuote(line: 2)),
            ("a\rb\r", .strayReturn(line: 1)),
            ("a,b\n1,2\r\r\n", .strayReturn(line: 2)),
        ])
    func refusals(text: String, error: CSVError) {
        let bytes = Array(text.utf8)
        for cut in 1..<bytes.count {
            #expect(throws: error) {
                try Pieces.records([Array(bytes[..<cut]), Array(bytes[cut...])])
            }
        }
        #expect(throws: error) { try Pieces.records(bytes.map { [$0] }) }
    }

    @Test(
        "bytes that are not UTF-8 are refused, also when two fields together would be",
        arguments: [
            Array("a,b\nCaf".utf8) + [0xE9, 0x0A], Array("a,b\n".utf8) + [0xE2, 0x82, 0x2C, 0xAC],
            Array("a\n\"".utf8) + [0xC0, 0x80, 0x22], Array("a\n".utf8) + [0xED, 0xA0, 0x80],
        ])
    func encoding(bytes: [UInt8]) {
        #expect(throws: CSVError.notUTF8(line: 2)) { try Pieces.records([bytes]) }
    }

    @Test("a field of 64 KiB is taken, a longer one is refused", arguments: ["", "\""])
    func longField(quote: String) throws {
        let longest = String(repeating: "x", count: CSVLimits.longestField)
        let piece = 1000
        let chunks = { (text: String) -> [[UInt8]] in
            let bytes = Array(text.utf8)
            return stride(from: 0, to: bytes.count, by: piece).map {
                Array(bytes[$0..<min($0 + piece, bytes.count)])
            }
        }
        let fits = try Pieces.records(chunks("a,b\n1,\(quote)\(longest)\(quote)\n"))
        #expect(fits.last?.fields == ["1", longest])
        #expect(throws: CSVError.fieldTooLong(line: 2)) {
            try Pieces.records(chunks("a,b\n1,\(quote)\(longest)x\(quote)\n"))
        }
        #expect(throws: CSVError.fieldTooLong(line: 2)) {
            try Pieces.records(chunks("a,b\n1,\"" + String(repeating: "\"\"", count: 1 << 17)))
        }
    }

    @Test("a record with more fields than any table has is refused")
    func manyFields() {
        let text = String(repeating: ",", count: CSVLimits.mostFields)
        #expect(throws: CSVError.tooManyFields(line: 1)) { try Pieces.records([Array(text.utf8)]) }
    }

    @Test("a file that is not there is unreadable, and so is a folder")
    func absentFile() {
        #expect(throws: CSVError.unreadable(reason: "No such file or directory")) {
            try FileBytes(path: "/nonexistent/x.csv")
        }
        #expect(throws: CSVError.unreadable(reason: "Is a directory")) {
            try FileBytes(path: "/tmp").nextChunk()
        }
    }
}
