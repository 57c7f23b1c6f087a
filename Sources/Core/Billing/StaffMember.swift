/// Somebody who sells: a name, what they may do, and how their PIN has been tried.
package struct StaffMember: Hashable, Sendable {
    /// Their row.
    package let id: Int64
    /// The name that bills have.
    package let name: String
    /// What they may do beside selling.
    package let rights: Set<StaffRight>
    /// The hash of their PIN.
    package let pinHash: String
    /// How often a wrong PIN was typed since the last right one.
    package var failures: Int
    /// Until when no PIN is taken, in milliseconds since 1970; zero for at once.
    package var lockedUntil: Int64

    /// Gathers what the books say.
    package init(
        id: Int64, name: String, rights: Set<StaffRight>, pinHash: String, failures: Int = 0,
        lockedUntil: Int64 = 0
    ) {
        self.id = id
        self.name = name
        self.rights = rights
        self.pinHash = pinHash
        self.failures = failures
        self.lockedUntil = lockedUntil
    }

    /// So many wrong PINs in a row are taken; then none is for a while.
    package static let mostFailures = 5
    /// For so long no PIN is taken then.
    package static let lockMilliseconds: Int64 = 300_000

    /// Whether a PIN is taken now; a clock that was set back locks nobody out for longer.
    package func isLocked(at milliseconds: Int64) -> Bool {
        milliseconds < lockedUntil && lockedUntil - milliseconds <= Self.lockMilliseconds
    }
}

/// Something beside selling that not everybody may do.
package enum StaffRight: String, CaseIterable, Hashable, Sendable {
    /// Another price than the shelf's.
    case price
    /// Something off a line or a bill.
    case discount
    /// Goods back, money back, a tender put right.
    case refund
    /// The drawer without a sale, cash in and out beside bills.
    case drawer
    /// A bill thrown away.
    case void
    /// An unknown code made a product.
    case add
    /// The figures of the shift before it is counted, and earlier ones.
    case reports
}
