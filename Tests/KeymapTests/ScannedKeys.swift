import Scanning

/// The events of a scanner that types by a typist's strokes, each key a millisecond apart.
struct ScannedKeys {
    private(set) var events: [InputEvent] = []
    private var now: UInt64 = 7_000_000_000

    /// Types characters that the typist's layout has.
    mutating func type(_ scalars: [Unicode.Scalar], by typist: XKBTypist) {
        for stroke in scalars.flatMap({ typist.strokes[$0] ?? [] }) {
            press(stroke.held + [stroke.code])
        }
    }

    /// Keys down in this order, and up the other way round.
    mutating func press(_ codes: [UInt16]) {
        for code in codes { change(code, 1) }
        for code in codes.reversed() { change(code, 0) }
    }

    /// Says nothing for so many nanoseconds.
    mutating func pause(_ nanoseconds: UInt64) {
        now += nanoseconds
    }

    private mutating func change(_ code: UInt16, _ value: Int32) {
        now += 1_000_000
        events.append(InputEvent(type: 1, code: code, value: value, time: now))
        events.append(InputEvent(type: 0, code: 0, value: 0, time: now))
    }

    /// What a decoder makes of it all, a long silence at the end included.
    func decoded(_ settings: ScanSettings) -> [Decoded] {
        var decoder = KeyDecoder(settings: settings)
        var found = events.compactMap { decoder.feed($0) }
        if let last = decoder.expire(at: now + 5_000_000_000) { found.append(last) }
        return found
    }
}
