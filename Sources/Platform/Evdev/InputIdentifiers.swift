/// The numbers by which the kernel tells an input device's make.
package struct InputIdentifiers: Hashable, Sendable {
    /// The bus (`BUS_USB` is 3, `BUS_BLUETOOTH` 5).
    package let bus: UInt16
    /// The vendor's number on that bus.
    package let vendor: UInt16
    /// The vendor's number of the product.
    package let product: UInt16
    /// The product's version.
    package let version: UInt16
}
