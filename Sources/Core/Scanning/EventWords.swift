/// Reads the words of one event of a recording.
enum EventWords {
    /// A time like `+4.000`: milliseconds since the event before, up to three decimals.
    static func delay(_ word: String) throws(RecordingFault) -> UInt64 {
        let parts = word.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard word.first == "+", (1...2).contains(parts.count),
            let whole = number(String(parts[0]), digits: 1...10),
            parts.count == 1 || number(String(parts[1]), digits: 1...3) != nil
        else {
            throw RecordingFault(
                "\(word) is no time; write the milliseconds since the event before, like +4.000")
        }
        guard parts.count == 2 else { return whole * 1000 }
        let padded = parts[1] + String(repeating: "0", count: 3 - parts[1].count)
        return whole * 1000 + (number(String(padded), digits: 3...3) ?? 0)
    }

    /// What happened: a word, and its numbers.
    static func what(
        _ word: String, _ rest: [String]
    ) throws(RecordingFault) -> RecordedEvent.What {
        switch word {
        case "plugged" where rest.isEmpty: return .plugged
        case "unplugged" where rest.isEmpty: return .unplugged
        case "dropped" where rest.isEmpty: return .overflow
        case "sync" where rest.isEmpty: return .synchronised
        case "down": return .input(type: InputEvent.key, code: try key(word, rest), value: 1)
        case "up": return .input(type: InputEvent.key, code: try key(word, rest), value: 0)
        case "repeat": return .input(type: InputEvent.key, code: try key(word, rest), value: 2)
        case "input": return try input(rest)
        case "held": return .held(try held(rest))
        case "report": return .report(try bytes(word, rest))
        case "bytes": return .bytes(try bytes(word, rest))
        case "plugged", "unplugged", "dropped", "sync":
            throw RecordingFault("nothing stands behind \(word)")
        default:
            throw RecordingFault(
                "\(word) is no event; there are plugged, unplugged, down, up, repeat, sync, "
                    + "dropped, held, input, report and bytes")
        }
    }

    /// Bytes of two hexadecimal digits each.
    static func bytes(_ word: String, _ rest: [String]) throws(RecordingFault) -> [UInt8] {
        var bytes: [UInt8] = []
        for digits in rest {
            guard let byte = Hexadecimal.byte(Array(digits.utf8)) else {
                throw RecordingFault(
                    "behind \(word) stand bytes of two hexadecimal digits, like 38 0d")
            }
            bytes.append(byte)
        }
        return bytes
    }

    /// A key's code: decimal, below the kernel's end of codes (`KEY_CNT`, 0x300).
    static func code(_ word: String) -> UInt16? {
        guard let code = number(word, digits: 1...3), code < 0x300 else { return nil }
        return UInt16(code)
    }

    private static func key(_ word: String, _ rest: [String]) throws(RecordingFault) -> UInt16 {
        guard rest.count == 1, let code = code(rest[0]) else {
            throw RecordingFault("behind \(word) stands the code of one key, 0 to 767")
        }
        return code
    }

    private static func held(_ rest: [String]) throws(RecordingFault) -> [UInt16] {
        let codes = rest.compactMap(code)
        guard codes.count == rest.count else {
            throw RecordingFault("behind held stand the codes of keys, 0 to 767")
        }
        return codes
    }

    private static func input(_ rest: [String]) throws(RecordingFault) -> RecordedEvent.What {
        guard rest.count == 3, let type = UInt16(rest[0]), let code = UInt16(rest[1]),
            let value = Int32(rest[2])
        else {
            throw RecordingFault("behind input stand type, code and value as decimal numbers")
        }
        return .input(type: type, code: code, value: value)
    }

    private static func number(_ word: String, digits: ClosedRange<Int>) -> UInt64? {
        guard digits.contains(word.utf8.count), word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return nil
        }
        return UInt64(word)
    }
}
