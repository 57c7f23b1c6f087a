/// On which line of a TOML file each key stands, because the parser tells it for syntax errors only.
///
/// Made for a file that the parser has accepted; of any other the answers are guesses.
struct KeyLines {
    private var lines: [[String]: Int] = [:]
    private var bytes: ArraySlice<UInt8>
    private var line = 1
    /// The first place that the parser takes for granted not to be there, and why it is no TOML.
    ///
    /// An assertion of toml++ 3.4 would end the process there.
    private(set) var fatal: (line: Int, reason: String)?

    /// Walks through a whole file.
    init(of source: [UInt8]) {
        bytes = source[...]
        var section: [String] = []
        while skipToContent() {
            if bytes.first == UInt8(ascii: "[") {
                section = header()
            } else {
                note(section + path(before: UInt8(ascii: "=")))
                skipValue()
            }
        }
    }

    /// The line of a key, or of the nearest thing around it; 1 for the file itself.
    func line(of path: [String]) -> Int {
        var path = path[...]
        while !path.isEmpty {
            if let line = lines[Array(path)] { return line }
            path.removeLast()
        }
        return 1
    }

    /// Whether a key stands in the file.
    func contains(_ path: [String]) -> Bool { lines[path] != nil }

    private mutating func note(_ path: [String]) {
        // A dotted key makes its tables on the way: they stand where it does.
        for length in 1...max(1, path.count) where lines[Array(path.prefix(length))] == nil {
            lines[Array(path.prefix(length))] = line
        }
    }

    private mutating func header() -> [String] {
        // A third bracket is the beginning of a name that is none.
        for _ in 0..<2 where bytes.first == UInt8(ascii: "[") { bytes.removeFirst() }
        noteKeylessHeader()
        let path = path(before: UInt8(ascii: "]"))
        note(path)
        while bytes.first == UInt8(ascii: "]") { bytes.removeFirst() }
        return path
    }

    private mutating func noteKeylessHeader() {
        guard let first = bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
        let isKey =
            switch first {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"): true
            default: false
            }
        if !isKey { noteFatal("a name has to follow the bracket") }
    }

    private mutating func noteFatal(_ reason: String) {
        fatal = fatal ?? (line, reason)
    }

    /// Reads a dotted key and the mark behind it.
    private mutating func path(before mark: UInt8) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        while let byte = bytes.first, byte != mark, byte != 0x0A {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                part = quotedText()
            case UInt8(ascii: "."):
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
                bytes.removeFirst()
            default:
                if byte != 0x20, byte != 0x09, byte != 0x0D { part.append(byte) }
                bytes.removeFirst()
            }
        }
        if bytes.first == mark { bytes.removeFirst() }
        return parts + [String(decoding: part, as: UTF8.self)]
    }

    /// Skips blanks, empty lines and comments; false at the end.
    private mutating func skipToContent() -> Bool {
        while let byte = bytes.first {
            switch byte {
            case 0x0A: skipByte()
            case 0x20, 0x09, 0x0D: bytes.removeFirst()
            case UInt8(ascii: "#"): skipComment()
            default: return true
            }
        }
        return false
    }

    /// Skips a value, over as many lines as its brackets and strings reach.
    private mutating func skipValue() {
        var value = ValueWatch()
        while let byte = bytes.first {
            switch byte {
            case UInt8(ascii: "\"") where value.isBetweenWords,
                UInt8(ascii: "'") where value.isBetweenWords:
                _ = quotedText()
            case UInt8(ascii: "#"):
                skipComment()
            case 0x0A where !value.isOpen:
                return
            default:
                if let reason = value.take(bytes) { noteFatal(reason) }
                skipByte()
            }
        }
    }

    private mutating func skipComment() {
        bytes = bytes.drop { $0 != 0x0A }
    }

    private mutating func skipByte() {
        if bytes.removeFirst() == 0x0A { line += 1 }
    }

    /// Reads a string of any of TOML's four kinds; escapes stay as they are written.
    private mutating func quotedText() -> [UInt8] {
        guard let quote = bytes.first else { return [] }
        let isLong = bytes.starts(with: [quote, quote, quote])
        let mark = [UInt8](repeating: quote, count: isLong ? 3 : 1)
        bytes.removeFirst(mark.count)
        var text: [UInt8] = []
        while let byte = bytes.first, !bytes.starts(with: mark) {
            let isEscape = byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
            for _ in 0..<(isEscape ? min(2, bytes.count) : 1) {
                if let next = bytes.first { text.append(next) }
                skipByte()
            }
        }
        // Up to two quotes may stand right before the closing three and belong to the text.
        while bytes.first == quote { bytes.removeFirst() }
        return text
    }
}
