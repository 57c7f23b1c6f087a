/// A bill that was put aside, as a text that any till of the shop can sell: codes and quantities.
///
/// `GALLA.CART.1|REFERENCE|CODE*THOUSANDTHS,CODE*THOUSANDTHS`; behind another `|` stands the mark that
/// only the shop's tills can make. Prices are not in it: each till has its own.
package struct CartCode: Hashable, Sendable {
    /// The identity that the bill keeps, so that no till sells it twice.
    package let reference: SaleReference
    /// What is on the bill.
    package let lines: [Line]

    /// A line of the bill.
    package struct Line: Hashable, Sendable {
        /// The code that its product was found by.
        package let code: String
        /// How much of it.
        package let quantity: Quantity

        /// Gathers a line.
        package init(code: String, quantity: Quantity) {
            self.code = code
            self.quantity = quantity
        }
    }

    /// What every such text begins with; no product of a catalogue has such a code.
    package static let start = "GALLA.CART.1|"
    /// The longest text, its mark included: what a QR code on paper of 58 mm can hold.
    package static let longest = 600
    /// How many characters the mark has.
    package static let markLength = 32

    /// The text of a bill; nil for one that says more than codes and quantities, or too much.
    package init?(of bill: OpenBill) {
        guard !bill.lines.isEmpty, !bill.isBeingPaid, bill.discount == nil, bill.returning == nil
        else { return nil }
        var lines: [Line] = []
        for line in bill.lines {
            let code = line.product.barcode
            guard !line.isOpenItem, !line.isPriceEdited, line.discount == nil,
                Self.isPlain(code), line.quantity > .zero
            else { return nil }
            lines.append(Line(code: code, quantity: line.quantity))
        }
        reference = bill.reference
        self.lines = lines
        guard Self.isPlain(reference.raw), text.utf8.count + 1 + Self.markLength <= Self.longest
        else { return nil }
    }

    /// Reads a text without its mark; nil when it is none.
    package init?(text: some StringProtocol) {
        guard text.hasPrefix(Self.start), text.utf8.count <= Self.longest else { return nil }
        let parts = text.dropFirst(Self.start.count).split(
            separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isPlain(parts[0]) else { return nil }
        var lines: [Line] = []
        for part in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "*", omittingEmptySubsequences: false)
            guard pair.count == 2, Self.isPlain(pair[0]), pair[1].utf8.allSatisfy(Self.isDigit),
                let thousandths = Int64(pair[1]),
                (1...Quantity.limit.thousandths).contains(thousandths)
            else { return nil }
            lines.append(
                Line(code: String(pair[0]), quantity: Quantity(thousandths: thousandths)))
        }
        reference = SaleReference(String(parts[0]))
        self.lines = lines
    }

    /// The text, without its mark.
    package var text: String {
        let goods = lines.map { "\($0.code)*\($0.quantity.thousandths)" }
        return Self.start + reference.raw + "|" + goods.joined(separator: ",")
    }

    /// A text and the mark behind it; nil when it has none.
    package static func split(_ signed: String) -> (text: Substring, mark: Substring)? {
        guard signed.hasPrefix(start), let bar = signed.lastIndex(of: "|") else { return nil }
        return (signed[..<bar], signed[signed.index(after: bar)...])
    }

    private static func isPlain(_ text: some StringProtocol) -> Bool {
        let separators = Array("|*,".utf8)
        return (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !separators.contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
