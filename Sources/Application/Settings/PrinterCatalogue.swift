package import ESCPOS

/// The printer models that Galla knows, from the profile files of the shop's machine.
package struct PrinterCatalogue: Sendable {
    /// One model.
    package struct Entry: Sendable {
        /// The word by which a settings file chooses it.
        package let id: String
        /// What it can do.
        package let profile: PrinterProfile
        /// How wide its paper is.
        package let paperMillimetres: Int
        /// How many columns its small font has; nil where nobody has said.
        package let fontBColumns: Int?
        /// Where the facts are from: manuals, reports of people who have one.
        package let sources: [String]
        /// The words of the profile that are cautious assumptions, in alphabetical order.
        package let assumed: [String]
        let usb: [USBPattern]
        let models: [ModelPattern]
    }

    /// Every model that can be chosen, by its word.
    package let entries: [String: Entry]

    /// A catalogue without a model: every printer is taken for a safe one.
    package static let empty = PrinterCatalogue(entries: [:])

    init(entries: [String: Entry]) {
        self.entries = entries
    }

    /// The model that a printer is; nil where no profile names it.
    ///
    /// A model's name says more than a plug: many printers share one USB id.
    package func entry(for clues: PrinterClues) -> Entry? {
        let ranked = entries.values.compactMap { entry in
            Self.rank(of: entry, for: clues).map { (entry, $0) }
        }
        return ranked.max { ($0.1, $1.0.id) < ($1.1, $0.0.id) }?.0
    }

    /// How surely an entry is meant; nil for not at all.
    private static func rank(of entry: Entry, for clues: PrinterClues) -> Int? {
        if let model = clues.model {
            let fitting = entry.models.filter { $0.fits(maker: clues.maker, model: model) }
            if fitting.contains(where: { !$0.isBeginning && $0.maker != "*" }) { return 10_000 }
            if let longest = fitting.map(\.model.utf8.count).max() { return 100 + longest }
        }
        guard let vendor = clues.usbVendor else { return nil }
        let fitting = entry.usb.filter { $0.vendor == vendor }
        if fitting.contains(where: { $0.product == clues.usbProduct && $0.product != nil }) {
            return 2
        }
        return fitting.contains { $0.product == nil } ? 1 : nil
    }
}
