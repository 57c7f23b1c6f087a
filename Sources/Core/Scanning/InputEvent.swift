/// One event of the kernel's input interface, as a plain value.
///
/// Kinds, codes and values are those of Linux's `input-event-codes.h`.
package struct InputEvent: Hashable, Sendable {
    /// The kind of event (`EV_KEY` is 1, `EV_SYN` 0).
    package let type: UInt16
    /// Which key, or which mark among the events.
    package let code: UInt16
    /// For a key: 0 released, 1 pressed, 2 repeated because it is held.
    package let value: Int32
    /// Nanoseconds of the monotonic clock.
    package let time: UInt64

    /// Gathers the four facts of an event.
    package init(type: UInt16, code: UInt16, value: Int32, time: UInt64) {
        self.type = type
        self.code = code
        self.value = value
        self.time = time
    }
}

extension InputEvent {
    /// Kind of the marks among events (`EV_SYN`).
    package static let synchronisation: UInt16 = 0
    /// Kind of key presses and releases (`EV_KEY`).
    package static let key: UInt16 = 1
    /// Kind of raw scan codes, which nothing here needs (`EV_MSC`).
    package static let miscellaneous: UInt16 = 4
    /// The mark after events that belong together (`SYN_REPORT`).
    package static let report: UInt16 = 0
    /// The mark that the kernel's ring overflowed and events were lost (`SYN_DROPPED`).
    package static let dropped: UInt16 = 3
}
