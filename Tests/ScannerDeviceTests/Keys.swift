import Scanning

/// Digits as a us keyboard's key events, each with its report.
enum Keys {
    static let enter: UInt16 = 28

    /// The events of a scan of digits; `ending` false leaves it without its Enter.
    static func scan(_ digits: String, ending: Bool = true) -> [InputEvent] {
        let codes = digits.utf8.map { $0 == 0x30 ? 11 : UInt16($0) - 0x30 + 1 }
        return (ending ? codes + [enter] : codes).flatMap(tap)
    }

    /// A key down and up again.
    static func tap(_ code: UInt16) -> [InputEvent] {
        change(code, 1) + change(code, 0)
    }

    /// A key going down (1) or up (0), with its report.
    static func change(_ code: UInt16, _ value: Int32) -> [InputEvent] {
        [
            InputEvent(type: 4, code: 4, value: Int32(code), time: 0),
            InputEvent(type: InputEvent.key, code: code, value: value, time: 0),
            report,
        ]
    }

    /// The mark after events that belong together.
    static let report = InputEvent(
        type: InputEvent.synchronisation, code: InputEvent.report, value: 0, time: 0)
    /// The mark that the ring overflowed.
    static let dropped = InputEvent(
        type: InputEvent.synchronisation, code: InputEvent.dropped, value: 0, time: 0)
}
