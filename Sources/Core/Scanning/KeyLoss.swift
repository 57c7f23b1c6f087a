/// What is known of a keyboard's keys after the kernel has lost some of its events.
///
/// The kernel says by `SYN_DROPPED` that what waited is gone; what came up to the next report is a
/// part of something (Documentation/input/event-codes.rst). What comes behind that is whole, but
/// which modifiers were held when it began has to be worked out: only which keys are down *now* can
/// be asked, and each key that has changed since then was the other way before.
package struct KeyLoss: Hashable, Sendable {
    /// What is void: marks of losses, and what lay between them and the first report behind.
    package let void: [InputEvent]
    /// What is whole again, in order.
    package let whole: [InputEvent]

    /// Looks at all events from the first mark of a loss on; nothing before it belongs here.
    package init(_ events: [InputEvent]) {
        let last = events.lastIndex(where: \.isLoss) ?? events.startIndex
        let behind = events[last...].dropFirst()
        let report = behind.firstIndex(where: \.isReport)
        let start = report.map { $0 + 1 } ?? events.endIndex
        // Between two losses nobody knows which modifiers were held: there the marks alone count.
        void = events[..<last].filter(\.isLoss) + events[last..<start]
        whole = Array(events[start...])
    }

    /// Which keys were down when the whole events began, by those that are down after all of them.
    package func heldBefore(downNow: [UInt16]) -> [UInt16] {
        var held = Set(downNow)
        var changed: Set<UInt16> = []
        for event in whole where event.type == InputEvent.key && event.value != 2 {
            // The first change of a key tells how it was before.
            guard changed.insert(event.code).inserted else { continue }
            if event.value == 0 { held.insert(event.code) } else { held.remove(event.code) }
        }
        return held.sorted()
    }
}

extension InputEvent {
    /// Whether it is the mark that the kernel's ring overflowed.
    package var isLoss: Bool {
        type == InputEvent.synchronisation && code == InputEvent.dropped
    }

    /// Whether it is the mark behind events that belong together.
    var isReport: Bool {
        type == InputEvent.synchronisation && code == InputEvent.report
    }
}
