/// What keeps a printer from printing, or soon will; the worst first.
package enum PrinterTrouble: String, Hashable, Sendable, CaseIterable, Comparable {
    /// An error that only a repair or a power cycle ends.
    case unrecoverable
    /// The cutter is jammed.
    case cutter
    /// The cover is open.
    case coverOpen = "cover-open"
    /// There is no paper.
    case paperOut = "paper-out"
    /// The head is too hot; it goes on by itself when it has cooled down.
    case overheated
    /// Another error that a person can end.
    case error
    /// It says that it is offline and not why.
    case offline
    /// It takes no data and does not say why.
    case notAccepting = "not-accepting"
    /// The roll comes to its end; it still prints.
    case paperNearEnd = "paper-near-end"

    /// Whether it stands in the way of printing now.
    package var isBlocking: Bool { self != .paperNearEnd }

    /// Whether a receipt is held back for it: what stands on no sensor is only a suspicion.
    package var isCertain: Bool {
        switch self {
        case .unrecoverable, .cutter, .coverOpen, .paperOut: true
        case .overheated, .error, .offline, .notAccepting, .paperNearEnd: false
        }
    }

    package static func < (left: PrinterTrouble, right: PrinterTrouble) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
