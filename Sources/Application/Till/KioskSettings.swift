package import Kiosk

/// What a till that nobody attends has to know beside its shop.
package struct KioskSettings: Hashable, Sendable {
    /// What the shop has decided.
    package let rules: KioskRules
    /// What makes pages.
    package let screen: KioskScreen
    /// The number of the shop's people; nil where nothing of theirs is done at the kiosk.
    package let pin: String?
    /// The categories whose articles only a person may sell.
    package let restricted: Set<String>
    /// Whether it sells nothing until a scanner is there.
    package let countsScanners: Bool

    /// Gathers the settings.
    package init(
        rules: KioskRules, screen: KioskScreen, pin: String? = nil, restricted: Set<String> = [],
        countsScanners: Bool = false
    ) {
        self.rules = rules
        self.screen = screen
        self.pin = pin
        self.restricted = restricted
        self.countsScanners = countsScanners
    }
}
