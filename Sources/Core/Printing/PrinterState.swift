/// How a printer is, as far as anybody knows.
package struct PrinterState: Hashable, Sendable {
    /// Whether it is there, and whether it speaks.
    package var link: Link
    /// What is wrong with it, or soon will be.
    package var troubles: Set<PrinterTrouble>
    /// Whether the cash drawer on it is open; nil where that is not known.
    package var isDrawerOpen: Bool?

    /// Whether a printer is there, and whether it speaks.
    package enum Link: String, Hashable, Sendable {
        /// Nobody has looked yet.
        case unknown
        /// It is unplugged or switched off, or cannot be opened.
        case unplugged
        /// It is there and has said nothing of itself.
        case silent
        /// It is there and says how it is.
        case online
    }

    /// Gathers a state; without arguments that of a printer nobody has looked for.
    package init(
        link: Link = .unknown, troubles: Set<PrinterTrouble> = [], isDrawerOpen: Bool? = nil
    ) {
        self.link = link
        self.troubles = troubles
        self.isDrawerOpen = isDrawerOpen
    }

    /// The trouble to speak of first; nil when there is none.
    package var worst: PrinterTrouble? { troubles.min() }

    /// Whether a receipt that is sent now would stand still.
    package var isBlocked: Bool { troubles.contains(where: \.isBlocking) }

    /// Whether a receipt is better kept until a person has mended the printer.
    package var holdsBack: Bool { troubles.contains(where: \.isCertain) }

    /// The state in one word: `unplugged`, `paper-out`, `online` …
    package var word: String {
        switch link {
        case .unknown, .unplugged: link.rawValue
        case .silent, .online: worst?.rawValue ?? link.rawValue
        }
    }
}
