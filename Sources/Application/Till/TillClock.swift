package import Billing

/// Where the till gets the time and its references from: the machine, or a test.
package protocol TillClock: Sendable {
    /// The time on the shop's wall and the milliseconds since 1970, of one moment.
    func now() -> TillMoment

    /// A reference that no other sale has, ever.
    func newReference() -> SaleReference
}

/// One moment, in the shop's time and in the machine's.
package struct TillMoment: Hashable, Sendable {
    /// The time on the shop's wall.
    package let civil: CivilTime
    /// Milliseconds since 1970 in UTC.
    package let milliseconds: Int64

    /// Gathers a moment.
    package init(civil: CivilTime, milliseconds: Int64) {
        self.civil = civil
        self.milliseconds = milliseconds
    }
}
