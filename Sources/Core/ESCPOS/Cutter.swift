/// How a printer separates a receipt from the roll.
package enum Cutter: String, Hashable, Sendable, CaseIterable {
    /// `GS V 66`: all but one point is cut.
    case partial
    /// `GS V 65`: the receipt falls off.
    case full
    /// There is no cutter: the paper is fed past the bar where it is torn.
    case none
}
