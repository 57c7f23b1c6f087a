/// What a recording says before its events, while it is read.
struct RecordingHead {
    private(set) var settings: [RecordedSetting] = []
    private(set) var expected: [ExpectedOutcome]?

    private var way: ScannerWay?
    private var name: String?
    private var vendor: UInt16?
    private var product: UInt16?
    private var serial: String?
    private var port: String?
    private var node: String?
    private var lane: String?
    private var detail: ScannerPort.Detail?

    /// Takes a line in: its first word, and what follows.
    mutating func take(_ word: String, _ rest: [RecordingToken]) throws(RecordingFault) {
        switch word {
        case "way": try set(&way, try Self.way(rest), word)
        case "name": try set(&name, try Self.text(word, rest), word)
        case "vendor": try set(&vendor, try Self.number(word, rest), word)
        case "product": try set(&product, try Self.number(word, rest), word)
        case "serial": try set(&serial, try Self.text(word, rest), word)
        case "port": try set(&port, try Self.text(word, rest), word)
        case "node": try set(&node, try Self.text(word, rest), word)
        case "lane": try set(&lane, try Self.text(word, rest), word)
        case "keys": try set(&detail, .keys(try Self.keys(rest)), word)
        case "line": try set(&detail, .line(try Self.text(word, rest)), word)
        case "descriptor": try set(&detail, .descriptor(try Self.bytes(word, rest)), word)
        case "expect": try expect(rest)
        default:
            throw RecordingFault(
                "\(word) is no word of the head; it has way, name, vendor, product, serial, port, "
                    + "node, lane, keys, line, descriptor, set, expect, and events at its end")
        }
    }

    /// The scanner's port, when everything that it needs was there.
    func scannerPort() throws(RecordingFault) -> ScannerPort {
        guard let way, let name, let port else {
            throw RecordingFault("the head needs at least way, name and port")
        }
        let scanner = ScannerIdentity(
            port: port, serial: serial, vendor: vendor ?? 0, product: product ?? 0, name: name,
            lane: lane)
        return ScannerPort(
            scanner: scanner, way: way, node: node ?? "", detail: try detail(of: way))
    }

    /// What belongs to the way, or nothing where the head does not say it.
    private func detail(of way: ScannerWay) throws(RecordingFault) -> ScannerPort.Detail {
        switch (way, detail) {
        case (.keyboard, .keys(let codes)): return .keys(codes)
        case (.serial, .line(let text)): return .line(text)
        case (.hidPOS, .descriptor(let bytes)): return .descriptor(bytes)
        case (.keyboard, nil): return .keys([])
        case (.serial, nil): return .line("")
        case (.hidPOS, nil): throw RecordingFault("way hid-pos needs a descriptor")
        case (.keyboard, _), (.serial, _), (.hidPOS, _):
            throw RecordingFault(
                "keys belong to way keyboard, line to serial, descriptor to hid-pos")
        }
    }

    private func set<Value>(
        _ place: inout Value?, _ value: Value, _ word: String
    ) throws(RecordingFault) {
        guard place == nil else { throw RecordingFault("\(word) stands here a second time") }
        place = value
    }

    /// Takes a line like `set layout = "fr"` without its first word; the value is TOML as it is.
    mutating func takeSetting(_ line: ArraySlice<UInt8>) throws(RecordingFault) {
        guard let text = String(validating: line, as: UTF8.self),
            let equals = text.firstIndex(of: "="),
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0.value == 0x09 })
        else { throw RecordingFault("write set KEY = VALUE, as in the settings under [scanner]") }
        let key = Self.trimmed(text[..<equals])
        let value = Self.trimmed(text[text.index(after: equals)...])
        let isKey = key.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x5F || 0x30...0x39 ~= $0 }
        guard isKey, !key.isEmpty, !value.isEmpty else {
            throw RecordingFault("write set KEY = VALUE, as in the settings under [scanner]")
        }
        guard !settings.contains(where: { $0.key == key }) else {
            throw RecordingFault("\(key) is set a second time")
        }
        settings.append(RecordedSetting(key: key, value: value))
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text.drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return String(rest)
    }

    private mutating func expect(_ rest: [RecordingToken]) throws(RecordingFault) {
        let outcome: ExpectedOutcome
        switch rest.first {
        case .word("nothing") where rest.count == 1 && expected == nil:
            expected = []
            return
        case .word("scan"):
            guard rest.count == 2, case .quoted(let bytes) = rest[1] else {
                throw RecordingFault("write expect scan \"BYTES\"")
            }
            outcome = .scan(bytes)
        case .word("discard"):
            guard rest.count == 2, case .word(let word) = rest[1] else {
                throw RecordingFault("write expect discard REASON")
            }
            outcome = .discard(word)
        default:
            throw RecordingFault(
                "expected can be: scan \"BYTES\", discard REASON, or nothing at all")
        }
        guard expected != [] else { throw RecordingFault("nothing was expected above") }
        expected = (expected ?? []) + [outcome]
    }

    private static func way(_ rest: [RecordingToken]) throws(RecordingFault) -> ScannerWay {
        guard rest.count == 1, case .word(let word) = rest[0],
            let way = ScannerWay(rawValue: word)
        else {
            let ways = ScannerWay.allCases.map(\.rawValue).joined(separator: ", ")
            throw RecordingFault("way is one of \(ways)")
        }
        return way
    }

    private static func text(
        _ word: String, _ rest: [RecordingToken]
    ) throws(RecordingFault) -> String {
        guard rest.count == 1, case .quoted(let bytes) = rest[0],
            let text = String(validating: bytes, as: UTF8.self)
        else { throw RecordingFault("\(word) is a text in quotes") }
        return text
    }

    private static func number(
        _ word: String, _ rest: [RecordingToken]
    ) throws(RecordingFault) -> UInt16 {
        guard rest.count == 1, case .word(let digits) = rest[0],
            let number = Hexadecimal.pair(digits)
        else { throw RecordingFault("\(word) is four hexadecimal digits, as lsusb shows them") }
        return number
    }

    private static func bytes(
        _ word: String, _ rest: [RecordingToken]
    ) throws(RecordingFault) -> [UInt8] {
        try EventWords.bytes(
            word,
            rest.map { token in
                if case .word(let text) = token { text } else { "" }
            })
    }

    private static func keys(_ rest: [RecordingToken]) throws(RecordingFault) -> [UInt16] {
        let words = rest.compactMap { token in
            if case .word(let word) = token { word } else { nil }
        }
        guard words.count == rest.count, let codes = KeyRanges.codes(of: words) else {
            throw RecordingFault("keys are ascending codes and ranges, like 2-11 28")
        }
        return codes
    }
}
