package import LineMode
package import Spooler

/// What the till hands on after the commit.
package enum TillEffect: Sendable {
    /// Rows for the screen, in order.
    case show([Row])
    /// A receipt for the printer; its job says `sending` in the books already.
    case print(PrintOrder)
    /// Nothing more will come: the process can end.
    case stop
}
