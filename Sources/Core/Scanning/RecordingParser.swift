/// Reads a recording's text line by line; the first line that cannot be used ends it.
struct RecordingParser {
    private var notes: [String] = []
    private var head = RecordingHead()
    private var events: [RecordedEvent] = []
    private var now: UInt64 = 0
    private var place = Place.start

    private enum Place {
        case start
        case notes
        case head
        case events
    }

    /// More bytes than any line of ours has: a longer one is no recording.
    private static let longestLine = 1 << 16
    /// So that no arithmetic on times can overflow.
    private static let longestMicroseconds: UInt64 = 1_000_000_000_000_000
    private static let set = Array("set ".utf8)
    private static let title = "galla recording 1"

    /// Reads a whole text.
    static func recording(of text: [UInt8]) throws(RecordingError) -> Recording {
        var parser = RecordingParser()
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            do throws(RecordingFault) {
                try parser.read(line.last == 0x0D ? line.dropLast() : line)
            } catch {
                throw RecordingError(line: number, error.sentence)
            }
        }
        do throws(RecordingFault) {
            return try parser.finish()
        } catch {
            throw RecordingError(line: number, error.sentence)
        }
    }

    private mutating func read(_ line: ArraySlice<UInt8>) throws(RecordingFault) {
        guard line.count <= Self.longestLine else {
            throw RecordingFault("the line is longer than any of a recording")
        }
        switch place {
        case .start:
            guard line.elementsEqual(Self.title.utf8) else {
                throw RecordingFault("a recording begins with the line \(Self.title)")
            }
            place = .notes
        case .notes:
            if line.first == UInt8(ascii: "#") { return notes.append(try Self.note(line)) }
            place = .head
            try readHead(line)
        case .head: try readHead(line)
        case .events: try readEvent(line)
        }
    }

    private mutating func readHead(_ line: ArraySlice<UInt8>) throws(RecordingFault) {
        let content = line.drop { $0 == 0x20 || $0 == 0x09 }
        guard !content.starts(with: Self.set) else {
            return try head.takeSetting(content.dropFirst(Self.set.count))
        }
        let tokens = try RecordingToken.tokens(of: line)
        guard let first = tokens.first else { return }
        guard tokens != [.word("events")] else {
            place = .events
            return
        }
        guard case .word(let word) = first else {
            throw RecordingFault("a line of the head begins with a word")
        }
        try head.take(word, Array(tokens.dropFirst()))
    }

    private mutating func readEvent(_ line: ArraySlice<UInt8>) throws(RecordingFault) {
        let tokens = try RecordingToken.tokens(of: line)
        guard !tokens.isEmpty else { return }
        let words = tokens.compactMap { token in
            if case .word(let word) = token { word } else { nil }
        }
        guard words.count == tokens.count, words.count >= 2 else {
            throw RecordingFault("an event is a time like +4.000 and what happened")
        }
        now += try EventWords.delay(words[0])
        guard now <= Self.longestMicroseconds else {
            throw RecordingFault("the recording is longer than thirty years")
        }
        let what = try EventWords.what(words[1], Array(words.dropFirst(2)))
        events.append(RecordedEvent(microseconds: now, what))
    }

    private func finish() throws(RecordingFault) -> Recording {
        guard place == .events else {
            throw RecordingFault("the line \"events\" and what happened are missing")
        }
        return Recording(
            notes: notes, port: try head.scannerPort(), settings: head.settings,
            expected: head.expected, events: events)
    }

    private static func note(_ line: ArraySlice<UInt8>) throws(RecordingFault) -> String {
        let text = line.dropFirst()
        guard
            let note = String(
                validating: text.first == 0x20 ? text.dropFirst() : text, as: UTF8.self)
        else { throw RecordingFault("the line is not UTF-8") }
        return note
    }
}

extension Recording {
    /// Reads the text form; throws the first line that cannot be used.
    package init(text: [UInt8]) throws(RecordingError) {
        self = try RecordingParser.recording(of: text)
    }
}
