/// Where a text or a picture stands between the edges of the paper.
package enum Alignment: Hashable, Sendable, CaseIterable {
    /// At the left edge.
    case left
    /// In the middle.
    case centre
    /// At the right edge.
    case right

    /// Where something starts that is `width` wide on a line of `lineWidth`, both in dots.
    package func start(of width: Int, on lineWidth: Int) -> Int {
        switch self {
        case .left: 0
        case .centre: max(0, (lineWidth - width) / 2)
        case .right: max(0, lineWidth - width)
        }
    }
}
