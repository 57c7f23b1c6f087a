/// One thing that happened to a recorded scanner.
package struct RecordedEvent: Hashable, Sendable {
    /// When, in microseconds since the recording began; never before the event in front of it.
    package var microseconds: UInt64
    /// What.
    package var what: What

    /// What can happen.
    package enum What: Hashable, Sendable {
        /// It was plugged in, or was there when the recording began.
        case plugged
        /// Its cable was pulled.
        case unplugged
        /// An event of the kernel's input interface: its numbers, without its time.
        case input(type: UInt16, code: UInt16, value: Int32)
        /// The keys that were down when whole events began again after the kernel had lost some.
        case held([UInt16])
        /// A HID report, with its report number in front if the device numbers them.
        case report([UInt8])
        /// Bytes of a serial line that were read at one stroke.
        case bytes([UInt8])
    }

    /// Gathers an event.
    package init(microseconds: UInt64, _ what: What) {
        self.microseconds = microseconds
        self.what = what
    }
}

extension RecordedEvent.What {
    /// An event of the kernel's input interface.
    package init(_ event: InputEvent) {
        self = .input(type: event.type, code: event.code, value: event.value)
    }

    /// The mark that the kernel's ring overflowed (`SYN_DROPPED`).
    package static let overflow = RecordedEvent.What.input(
        type: InputEvent.synchronisation, code: InputEvent.dropped, value: 0)
    /// The mark after events that belong together (`SYN_REPORT`).
    package static let synchronised = RecordedEvent.What.input(
        type: InputEvent.synchronisation, code: InputEvent.report, value: 0)

    /// A key that was pressed.
    package static func down(_ code: UInt16) -> RecordedEvent.What {
        .input(type: InputEvent.key, code: code, value: 1)
    }

    /// A key that was let go.
    package static func up(_ code: UInt16) -> RecordedEvent.What {
        .input(type: InputEvent.key, code: code, value: 0)
    }
}
