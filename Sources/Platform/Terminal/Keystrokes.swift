/// The bytes of a terminal, taken apart into keys and characters, however they were cut into reads.
///
/// What is typed is never dropped: bytes that are no UTF-8 become U+FFFD, and what follows a lone
/// Escape is typed text. Only keys that mean nothing here disappear.
struct Keystrokes {
    /// What one step of typing gave.
    enum Stroke: Hashable {
        case key(EditKey)
        case text(Unicode.Scalar)
        /// Ctrl-L: draw the screen anew.
        case redraw
    }

    private var pending: ArraySlice<UInt8> = []
    private var settled: ArraySlice<Stroke> = []

    /// Longer than any key's sequence: then it was none.
    private static let longestSequence = 16

    /// Takes the bytes of one read.
    mutating func feed(_ bytes: [UInt8]) {
        // Only what is left over is copied, at most one key's bytes in the usual case.
        pending = pending + bytes
    }

    /// Whether bytes wait for the rest of their character or key.
    var isIncomplete: Bool { !pending.isEmpty }

    /// The next stroke, or nil when more bytes are needed.
    mutating func next() -> Stroke? {
        if !settled.isEmpty { return settled.removeFirst() }
        while let first = pending.first {
            switch first {
            case 0x1B:
                guard let length = sequenceLength() else { return nil }
                if let key = takeSequence(length) { return .key(key) }
            case 0x00..<0x20, 0x7F:
                pending.removeFirst()
                if let stroke = stroke(ofControl: first) { return stroke }
            default:
                return character()
            }
        }
        return nil
    }

    /// Nothing followed for a while: a lone Escape goes, and what came after it is text.
    ///
    /// The bytes of an unfinished character become U+FFFD.
    mutating func timeIsOver() {
        let rest = pending.first == 0x1B ? pending.dropFirst() : pending
        pending = []
        settled = String(decoding: rest, as: UTF8.self).unicodeScalars.map { .text($0) }[...]
    }

    private func stroke(ofControl byte: UInt8) -> Stroke? {
        switch byte {
        case 0x09: .text(" ")
        case 0x0C: .redraw
        default: EditKey(control: byte).map { .key($0) }
        }
    }

    /// How many bytes the sequence has, its ESC included; nil while it is not over.
    ///
    /// 1 where what follows does not make a sequence (a lone Escape, then typing).
    private func sequenceLength() -> Int? {
        let bytes = pending.dropFirst()
        switch bytes.first {
        case nil: return nil
        case UInt8(ascii: "["):
            let parameters = bytes.dropFirst().prefix { (0x20..<0x40).contains($0) }
            let length = 2 + parameters.count
            guard length < Self.longestSequence else { return 1 }
            guard let last = pending.dropFirst(length).first else { return nil }
            // The Linux console sends F1–F5 as ESC [ [ A to E.
            if parameters.isEmpty, last == UInt8(ascii: "[") {
                return pending.count > 3 ? 4 : nil
            }
            return (0x40..<0x7F).contains(last) ? length + 1 : 1
        case UInt8(ascii: "O"): return pending.count > 2 ? 3 : nil
        default: return 1
        }
    }

    private mutating func takeSequence(_ length: Int) -> EditKey? {
        let sequence = Array(pending.prefix(length).dropFirst())
        pending.removeFirst(length)
        return EditKey(sequence: sequence)
    }

    /// One character, nil while its bytes are not complete.
    private mutating func character() -> Stroke? {
        var decoder = UTF8()
        var bytes = pending.makeIterator()
        switch decoder.decode(&bytes) {
        case .scalarValue(let scalar):
            pending.removeFirst(UTF8.width(scalar))
            // The second half of control characters (0x80–0x9F) edits in libedit.
            return .text(scalar.value < 0xA0 && scalar.value >= 0x80 ? "\u{FFFD}" : scalar)
        case .emptyInput:
            return nil
        case .error:
            return unfinishedOrBroken()
        }
    }

    private mutating func unfinishedOrBroken() -> Stroke? {
        let needed: Int
        switch pending.first ?? 0 {
        case 0xC2...0xDF: needed = 2
        case 0xE0...0xEF: needed = 3
        case 0xF0...0xF4: needed = 4
        default: needed = 1
        }
        let continuing = pending.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
        if pending.count < needed, continuing == pending.count - 1 { return nil }
        pending.removeFirst()
        return .text("\u{FFFD}")
    }
}
