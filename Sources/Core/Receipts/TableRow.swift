/// One row of a table: a text on the left and cells that stand right-aligned under each other.
package struct TableRow: Hashable, Sendable {
    /// The text on the left, which wraps where it is too long.
    package let leading: String
    /// The cells on the right, from left to right; they never wrap.
    package let trailing: [String]
    /// Whether the whole row is bold.
    package let isBold: Bool

    /// Gathers a row.
    package init(_ leading: String, _ trailing: [String], isBold: Bool = false) {
        self.leading = leading
        self.trailing = trailing
        self.isBold = isBold
    }

    var style: TextStyle { isBold ? .bold : .plain }
}
