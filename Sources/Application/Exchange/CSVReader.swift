/// Reads the records of a CSV file (RFC 4180) one after the other, in bounded memory.
///
/// Takes UTF-8 with or without a byte order mark and lines that end in LF or CRLF. The delimiter
/// is the comma or the semicolon, whichever stands first in the first record. A quote within a
/// field that does not begin with one is text. Blank lines are skipped.
package struct CSVReader<Source: ByteSource> {
    /// The delimiter, once the first record has shown it.
    package private(set) var delimiter: UInt8?
    private var source: Source
    private var chunk: [UInt8] = []
    private var position = 0
    private var line = 1
    private var hasStarted = false

    /// Where in a record the next byte stands.
    private enum State {
        case fieldStart
        case plain
        case quoted
        case afterQuote
        case afterReturn
    }

    /// Starts at the first byte of a source.
    package init(_ source: Source) {
        self.source = source
    }

    /// Reads the next record into `record`; false at the end.
    ///
    /// After an error there is no next one.
    package mutating func next(into record: inout CSVRecord) throws(CSVError) -> Bool {
        if !hasStarted { try skipByteOrderMark() }
        repeat {
            record.restart(line: line)
            guard try fill(&record) else { return false }
        } while record.count == 1 && record.isEmpty
        // A first record without any delimiter is one column; commas are then as good as any.
        delimiter = delimiter ?? UInt8(ascii: ",")
        return true
    }

    private mutating func fill(_ record: inout CSVRecord) throws(CSVError) -> Bool {
        var state = State.fieldStart
        var quoteLine = line
        var seen: UInt8 = 0
        while true {
            if position == chunk.count, try !refill() {
                return try finish(&record, in: state, quoteLine: quoteLine, seen: seen)
            }
            switch (state, chunk[position]) {
            case (.fieldStart, UInt8(ascii: "\"")):
                quoteLine = line
                state = .quoted
                position += 1
            case (.quoted, UInt8(ascii: "\"")):
                state = .afterQuote
                position += 1
            case (.quoted, _):
                try takeQuoted(into: &record, &seen)
            case (.afterQuote, UInt8(ascii: "\"")):
                try take(upTo: position + 1, into: &record)
                state = .quoted
            case (.afterReturn, let byte) where byte != 0x0A:
                throw .strayReturn(line: line)
            case (_, 0x0A):
                try close(&record, &seen)
                position += 1
                line += 1
                return true
            case (_, 0x0D):
                state = .afterReturn
                position += 1
            case (_, let byte) where isDelimiter(byte):
                delimiter = byte
                try close(&record, &seen)
                state = .fieldStart
                position += 1
            case (.afterQuote, _):
                throw .textAfterQuote(line: line)
            case (.fieldStart, _), (.plain, _), (.afterReturn, _):
                state = .plain
                try takePlain(into: &record, &seen)
            }
        }
    }

    /// What the end of the file means where it came.
    private mutating func finish(
        _ record: inout CSVRecord, in state: State, quoteLine: Int, seen: UInt8
    ) throws(CSVError) -> Bool {
        guard state != .quoted else { throw .unterminatedQuote(line: quoteLine) }
        guard state != .fieldStart || record.count > 0 else { return false }
        var seen = seen
        try close(&record, &seen)
        return true
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        if let delimiter { return byte == delimiter }
        return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
    }

    private mutating func takePlain(
        into record: inout CSVRecord, _ seen: inout UInt8
    ) throws(CSVError) {
        let first = delimiter ?? UInt8(ascii: ",")
        let second = delimiter ?? UInt8(ascii: ";")
        let end = Self.end(of: chunk, from: position, seen: &seen) {
            $0 == first || $0 == second || $0 == 0x0A || $0 == 0x0D
        }
        try take(upTo: end, into: &record)
    }

    private mutating func takeQuoted(
        into record: inout CSVRecord, _ seen: inout UInt8
    ) throws(CSVError) {
        var lines = 0
        let end = Self.end(of: chunk, from: position, seen: &seen) {
            lines += $0 == 0x0A ? 1 : 0
            return $0 == UInt8(ascii: "\"")
        }
        line += lines
        try take(upTo: end, into: &record)
    }

    private mutating func take(upTo end: Int, into record: inout CSVRecord) throws(CSVError) {
        guard record.openLength + end - position <= CSVLimits.longestField else {
            throw .fieldTooLong(line: record.line)
        }
        record.append(chunk[position..<end])
        position = end
    }

    /// Where a run of bytes ends that belong to a field; `seen` gathers their bits.
    @inline(__always)
    private static func end(
        of chunk: [UInt8], from start: Int, seen: inout UInt8, _ isEnd: (UInt8) -> Bool
    ) -> Int {
        let bytes = chunk.span
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if isEnd(byte) { break }
            seen |= byte
            position += 1
        }
        return position
    }

    private mutating func close(
        _ record: inout CSVRecord, _ seen: inout UInt8
    ) throws(CSVError) {
        guard record.count < CSVLimits.mostFields else { throw .tooManyFields(line: record.line) }
        guard record.closeField(isASCII: seen < 0x80) else { throw .notUTF8(line: record.line) }
        seen = 0
    }

    private mutating func refill() throws(CSVError) -> Bool {
        chunk = try source.nextChunk()
        position = 0
        return !chunk.isEmpty
    }

    private mutating func skipByteOrderMark() throws(CSVError) {
        hasStarted = true
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        while chunk.count < mark.count, mark.starts(with: chunk) {
            let more = try source.nextChunk()
            guard !more.isEmpty else { break }
            chunk += more
        }
        if chunk.starts(with: mark) { position = mark.count }
    }
}
