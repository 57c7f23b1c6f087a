package import Kiosk
package import LineMode
package import Spooler

/// What the till hands on after the commit.
package enum TillEffect: Sendable {
    /// Rows for the screen, in order.
    case show([Row])
    /// A receipt for the printer; its job says `sending` in the books already.
    case print(PrintOrder)
    /// The drawer, now or not at all; the audit has it already.
    case openDrawer
    /// A PIN to be checked elsewhere; the answer comes back as an event.
    case checkPIN(PINCheck)
    /// The answer to what another program asked.
    case reply(TillAnswer, to: TillRequest)
    /// The event `timer` is wanted after this time, counted anew; nil: not any more.
    case setTimer(TillTimer, milliseconds: Int64?)
    /// Nothing more will come: the process can end.
    case stop
}

/// What the till waits for by the clock.
package enum TillTimer: Hashable, Sendable {
    /// A phone number was typed, and nothing since.
    case phoneTyped
    /// A time of the kiosk's own.
    case kiosk(KioskTimer)
    /// The shop's hours begin or end, as far as a kiosk keeps them.
    case hours
}
