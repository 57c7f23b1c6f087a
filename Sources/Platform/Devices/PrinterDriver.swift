package import System
package import SystemPackage

/// A place where receipts go: the spooler knows printers only as this.
///
/// All calls come from the one thread that owns the printer. A driver is made without touching
/// the device; `refresh` finds and opens it.
package protocol PrinterDriver: AnyObject {
    /// What a person calls this printer (`USB printer EPSON TM-T20III on port 1-1.2`).
    var name: String { get }

    /// A descriptor that is readable when the printer may have come or gone; nil when it cannot.
    var changes: FileDescriptor? { get }

    /// Looks whether the printer is there, opening it if it has just come; drains `changes`.
    func refresh() -> PrinterPresence

    /// Sends all bytes, resuming where a partial transfer ended, for as long as it takes.
    ///
    /// Returns when the device has taken the last byte. Never fails because time passed: while
    /// nothing moves, `waiting` is called with what is known about the reason, once for each
    /// change. Throws when the device is gone or `stop` is raised; the fault then says how many
    /// bytes had been taken, exactly.
    func send(
        _ bytes: [UInt8], until stop: EventFlag, waiting: (PrinterWait) -> Void
    ) throws(PrinterFault)
}

/// Whether a printer can be written to.
package enum PrinterPresence: Hashable, Sendable {
    /// It is there and open.
    case ready
    /// It is not there, or cannot be opened; the sentence says why and what to do.
    case absent(reason: String)
}

/// Why a printer takes no bytes at the moment.
package enum PrinterWait: Hashable, Sendable {
    /// Bytes move again.
    case moving
    /// The printer says it has no paper.
    case paperOut
    /// The printer takes nothing and does not say why.
    case notAccepting
}

/// A job that ended before its last byte was taken.
package struct PrinterFault: Error, Hashable, Sendable {
    /// How many bytes the device had taken; zero means that nothing can be on paper.
    package let bytesTaken: Int
    /// One sentence for the person who can act.
    package let reason: String

    /// Makes a fault from what the transfer counted.
    package init(bytesTaken: Int, reason: String) {
        self.bytesTaken = bytesTaken
        self.reason = reason
    }
}
