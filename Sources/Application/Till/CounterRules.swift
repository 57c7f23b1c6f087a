package import Billing

/// What a till may do beside selling what the books have at the price they say.
///
/// One place for what a shop allows at all, so that people's rights can narrow it.
package struct CounterRules: Hashable, Sendable {
    /// What happens where batches of one code have different prices printed on them.
    package let mrp: MRPPolicy
    /// Whether goods in hand that the books do not have are sold, at the last cost.
    package let sellsBelowZero: Bool
    /// Whether an unknown code becomes a product on the spot.
    package let addsProducts: Bool
    /// Whether the drawer opens for its word, with no cash changing hands.
    package let opensDrawer: Bool

    /// Gathers the rules.
    package init(
        mrp: MRPPolicy = .ask, sellsBelowZero: Bool = false, addsProducts: Bool = false,
        opensDrawer: Bool = true
    ) {
        self.mrp = mrp
        self.sellsBelowZero = sellsBelowZero
        self.addsProducts = addsProducts
        self.opensDrawer = opensDrawer
    }
}
