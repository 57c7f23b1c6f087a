/// The drawer's day: closed → open with a float → counted, reported and closed.
///
/// The count is blind: what must be in the drawer is said only after it. Selling does not depend on
/// a shift; what is sold while none is open stands on the next Z report as outside it.
package enum Shift: Hashable, Sendable {
    /// Nobody answers for the drawer.
    case closed
    /// Somebody counted the float and answers for the drawer.
    case open(ShiftOpening)

    /// What happens to a shift.
    package enum Event: Hashable, Sendable {
        /// The float was counted.
        case opened(ShiftOpening)
        /// A look at the figures that closes nothing.
        case looked(by: String, at: CivilTime, ShiftFacts)
        /// The drawer was counted: the shift ends with the Z report of the next number.
        case counted(Money, z: Int64, by: String, at: CivilTime, ShiftFacts)
    }

    /// What has to be done about it.
    package enum Effect: Hashable, Sendable {
        /// Write the beginning down.
        case begin(ShiftOpening)
        /// Show and print an X report.
        case show(ShiftReport)
        /// Write the end down; show and print the Z report.
        case end(ShiftReport)
    }

    /// Why nothing was done.
    package enum Refusal: Error, Hashable, Sendable {
        /// A shift is open, since then.
        case isOpen(ShiftOpening)
        /// No shift is open.
        case isClosed
    }

    /// Takes an event; throws and stays as it was where it cannot be.
    package mutating func apply(_ event: Event) throws(Refusal) -> [Effect] {
        switch (self, event) {
        case (.closed, .opened(let opening)):
            self = .open(opening)
            return [.begin(opening)]
        case (.open(let opening), .looked(let cashier, let time, let facts)):
            return [
                .show(
                    ShiftReport(
                        number: nil, opening: opening, at: time, cashier: cashier, facts: facts,
                        counted: nil))
            ]
        case (
            .open(let opening), .counted(let counted, let number, let cashier, let time, let facts)
        ):
            self = .closed
            return [
                .end(
                    ShiftReport(
                        number: number, opening: opening, at: time, cashier: cashier, facts: facts,
                        counted: counted))
            ]
        case (.open(let opening), .opened): throw .isOpen(opening)
        case (.closed, .looked), (.closed, .counted): throw .isClosed
        }
    }
}
