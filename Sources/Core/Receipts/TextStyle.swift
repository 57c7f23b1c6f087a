/// How a text looks on paper.
package struct TextStyle: Hashable, Sendable {
    /// Printed with thick strokes.
    package let isBold: Bool
    /// Printed twice as wide and twice as high.
    package let isDouble: Bool

    /// Gathers a style.
    package init(isBold: Bool = false, isDouble: Bool = false) {
        self.isBold = isBold
        self.isDouble = isDouble
    }

    /// The style of most of a receipt.
    package static let plain = TextStyle()
    /// For what must be found at a glance.
    package static let bold = TextStyle(isBold: true)
    /// For the shop's name.
    package static let headline = TextStyle(isBold: true, isDouble: true)
}
