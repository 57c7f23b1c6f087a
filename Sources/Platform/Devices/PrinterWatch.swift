/// Decides from the look of a transfer that does not end what to say about it: changes only.
package struct PrinterWatch: Hashable, Sendable {
    /// What was said last.
    package private(set) var wait = PrinterWait.moving
    private var quietTicks = 0

    /// How often a printer that takes nothing is asked why, in milliseconds.
    package static let tickMilliseconds: Int32 = 250
    /// A printer with a full buffer is slow, not blocked: a transfer that has not ended for two
    /// seconds is news, unless the printer itself complains earlier.
    package static let ticksOfPatience = 8

    /// Starts with moving bytes.
    package init() {}

    /// A tick has passed without a transfer's end; `status` is what the printer says, if it does.
    ///
    /// Answers what is new, or nil.
    package mutating func ticked(_ status: PrinterWait?) -> PrinterWait? {
        quietTicks += 1
        if status == .paperOut { return change(to: .paperOut) }
        let complains = status == .notAccepting
        let isBlocked = wait != .moving || complains || quietTicks >= Self.ticksOfPatience
        return isBlocked ? change(to: .notAccepting) : nil
    }

    /// Bytes were taken; answers what is new, or nil.
    package mutating func moved() -> PrinterWait? {
        quietTicks = 0
        return change(to: .moving)
    }

    private mutating func change(to new: PrinterWait) -> PrinterWait? {
        guard new != wait else { return nil }
        wait = new
        return new
    }
}
