/// A piece of a recording's line: a bare word, or a text in quotes.
enum RecordingToken: Hashable {
    case word(String)
    case quoted([UInt8])

    /// Parts a line; what follows `#` outside of quotes is a comment.
    ///
    /// Throws a sentence.
    static func tokens(of line: ArraySlice<UInt8>) throws(RecordingFault) -> [RecordingToken] {
        var tokens: [RecordingToken] = []
        var rest = line
        while let first = rest.first, first != UInt8(ascii: "#") {
            switch first {
            case 0x20, 0x09: rest.removeFirst()
            case UInt8(ascii: "\""):
                rest.removeFirst()
                tokens.append(.quoted(try quoted(&rest)))
            default: tokens.append(.word(try word(&rest)))
            }
        }
        return tokens
    }

    private static func word(_ rest: inout ArraySlice<UInt8>) throws(RecordingFault) -> String {
        let bytes = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "\"") }
        rest = rest.dropFirst(bytes.count)
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 < 0x7F }) else {
            throw RecordingFault(
                "\(EscapedBytes.text(of: line(bytes, rest))) is no word; texts stand in quotes")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func line(_ bytes: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> [UInt8] {
        bytes.isEmpty ? Array(rest.prefix(1)) : Array(bytes)
    }

    /// Reads up to the closing quote: `\"`, `\\` and `\xHH` are escapes, all else is as it is.
    private static func quoted(
        _ rest: inout ArraySlice<UInt8>
    ) throws(RecordingFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return bytes
            case UInt8(ascii: "\\"): bytes.append(try escape(&rest))
            case 0..<0x20, 0x7F:
                throw RecordingFault("a control byte stands in quotes; write it as \\xHH")
            default: bytes.append(byte)
            }
        }
        throw RecordingFault("the closing quote is missing")
    }

    private static func escape(_ rest: inout ArraySlice<UInt8>) throws(RecordingFault) -> UInt8 {
        switch rest.popFirst() {
        case UInt8(ascii: "\""): return UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
        case UInt8(ascii: "x"):
            let digits = rest.prefix(2)
            rest = rest.dropFirst(2)
            if let byte = Hexadecimal.byte(digits) { return byte }
        default: break
        }
        throw RecordingFault("after a backslash only a quote, a backslash or xHH may stand")
    }
}

/// What is wrong with a line, before its number is known.
struct RecordingFault: Error {
    let sentence: String

    init(_ sentence: String) {
        self.sentence = sentence
    }
}
