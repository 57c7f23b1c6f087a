/// What a shop has decided about codes that can be read in two ways.
package struct CodeRules: Hashable, Sendable {
    /// Whether eight digits that could be both are a UPC-E rather than an EAN-8.
    package let prefersUPCE: Bool
    /// How the shop's own codes with a weight or price are built; none: they are plain codes.
    package let storeCodes: [StoreCodeLayout]

    /// Gathers a shop's decisions.
    package init(prefersUPCE: Bool = false, storeCodes: [StoreCodeLayout] = []) {
        self.prefersUPCE = prefersUPCE
        self.storeCodes = storeCodes
    }

    /// EAN-8 first, no layouts of the shop's own.
    package static let standard = CodeRules()
}
