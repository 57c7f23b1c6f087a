/// Whether a receipt is the one that belongs to the sale or a further one.
package enum CopyMark: Hashable, Sendable, CaseIterable {
    /// The receipt of the sale.
    case original
    /// Any further copy, and every one of which nobody knows whether it is the first.
    case duplicate
}
