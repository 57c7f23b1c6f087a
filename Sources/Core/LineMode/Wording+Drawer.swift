package import Billing
package import Printing

// Answers about the cash drawer.
extension Wording {
    /// The drawer was asked for by its word.
    package var openingDrawer: Row { Row(.plain, "Opening the drawer.") }

    /// There is no drawer that the till could open.
    package var noDrawer: Row {
        Row(.refusal, "The drawer hangs on the printer, and this till has none. Use its key.")
    }

    /// The drawer stays shut; the reason is the beginning of a sentence.
    package func drawerShut(reason: String) -> Row {
        Row(.notice, "The drawer stays shut: \(reason). Open it with its key.")
    }

    /// The drawer was not closed since the last customer.
    package var drawerStillOpen: Row { Row(.notice, "The drawer is still open. Close it.") }

    /// How the drawer is, where the printer knows.
    package func drawer(isOpen: Bool) -> String {
        isOpen ? "The drawer is open." : "The drawer is closed."
    }

    /// Cash went into the drawer or out of it.
    package func moved(_ movement: CashMovement) -> Row {
        let what =
            switch movement.kind {
            case .payIn: "put into the drawer"
            case .payOut: "taken out of the drawer"
            }
        return Row(.result, "\(amount(movement.amount)) \(what): \(movement.reason.string)")
    }

    /// What is in the way of a drawer, as the reason of `drawerShut`.
    package func clause(of trouble: PrinterTrouble) -> String {
        switch trouble {
        case .unrecoverable, .error: "the printer has an error"
        case .cutter: "the printer's cutter is jammed"
        case .coverOpen: "the printer's cover is open"
        case .paperOut: "the printer has no paper"
        case .overheated: "the printer is too hot"
        case .offline, .notAccepting: "the printer takes nothing at the moment"
        case .paperNearEnd: "the printer's paper ends soon"
        }
    }
}
