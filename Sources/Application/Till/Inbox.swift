import Synchronization
import System
package import SystemPackage

/// Where every thread leaves events for the till; the till takes them all at once.
///
/// Unbounded, because a scan is never refused. The flag is raised only when the inbox was empty,
/// so that a burst costs one wake-up.
package final class Inbox: Sendable {
    private let waiting = Mutex<[TillEvent]>([])
    private let flag: EventFlag

    /// Makes an empty inbox; throws when the process is out of descriptors.
    package init() throws(Errno) {
        flag = try EventFlag()
    }

    /// Leaves an event; never blocks for longer than the till takes to pick the others up.
    package func post(_ event: TillEvent) {
        let wasEmpty = waiting.withLock { events in
            defer { events.append(event) }
            return events.isEmpty
        }
        if wasEmpty { flag.raise() }
    }

    /// Waits until there is something and takes all of it, in the order of arrival.
    ///
    /// Takes nothing when this time is over first (negative: no limit).
    package func take(withinMilliseconds milliseconds: Int32 = -1) -> [TillEvent] {
        flag.wait(milliseconds: milliseconds)
        return takeRest()
    }

    /// Takes what is there, without waiting.
    package func takeRest() -> [TillEvent] {
        flag.lower()
        return waiting.withLock { events in
            defer { events = [] }
            return events
        }
    }
}
