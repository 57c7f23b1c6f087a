import Scanning

/// Makes the events that a scanner's keys would make, each a millisecond after the one before.
struct Typist {
    private(set) var events: [InputEvent] = []
    private(set) var now: UInt64

    static let enter: UInt16 = 28
    static let millisecond: UInt64 = 1_000_000

    init(at start: UInt64 = 5_000_000_000) {
        now = start
    }

    /// Characters of a us keyboard, with Shift where they need it.
    mutating func type(_ text: String) {
        for character in text {
            guard let key = USKeys.printable[character] else {
                preconditionFailure("no key for \(character)")
            }
            if key.shift { press(42) }
            tap(key.code)
            if key.shift { release(42) }
        }
    }

    /// A key down and up again, with the raw scan code and the report that the kernel adds.
    mutating func tap(_ code: UInt16) {
        press(code)
        release(code)
    }

    mutating func press(_ code: UInt16) {
        change(code, 1)
    }

    mutating func release(_ code: UInt16) {
        change(code, 0)
    }

    mutating func hold(_ code: UInt16) {
        change(code, 2)
    }

    mutating func pause(_ nanoseconds: UInt64) {
        now += nanoseconds
    }

    /// The kernel's mark that its ring overflowed.
    mutating func overflow() {
        add(0, 3, 0)
    }

    mutating func report() {
        add(0, 0, 0)
    }

    /// One event as it is.
    mutating func add(_ type: UInt16, _ code: UInt16, _ value: Int32) {
        events.append(InputEvent(type: type, code: code, value: value, time: now))
    }

    private mutating func change(_ code: UInt16, _ value: Int32) {
        now += Self.millisecond
        add(4, 4, Int32(code))
        add(1, code, value)
        report()
    }
}

extension KeyDecoder {
    /// Feeds all events and gathers what was found.
    mutating func feed(_ typist: Typist) -> [Decoded] {
        typist.events.compactMap { feed($0) }
    }

    /// What a fresh us decoder makes of what `type` does.
    static func decoding(_ type: (inout Typist) -> Void) -> [Decoded] {
        var typist = Typist()
        type(&typist)
        var decoder = KeyDecoder(settings: .standard)
        return decoder.feed(typist)
    }
}

extension Decoded {
    /// A payload from text.
    static func text(_ text: String) -> Decoded {
        .payload(Array(text.utf8))
    }
}
