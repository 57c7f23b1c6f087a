/// The pin of a printer's drawer connector that carries the impulse.
package enum DrawerPin: UInt8, Hashable, Sendable, CaseIterable {
    /// Pin 2, where most drawers listen.
    case two = 0
    /// Pin 5, for a second drawer.
    case five = 1
}
