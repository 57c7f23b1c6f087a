/// The USB device that a kernel device belongs to, as its descriptors describe it.
package struct USBParent: Hashable, Sendable {
    /// The port path: the kernel's name for the place it is plugged into, like `1-1.2`.
    package let port: String
    /// The vendor number.
    package let vendor: UInt16
    /// The product number.
    package let product: UInt16
    /// The serial number, if the device states one.
    package let serial: String?
    /// The manufacturer's name, if the device states one.
    package let manufacturer: String?
    /// The product's name, if the device states one.
    package let productName: String?

    /// Gathers what the descriptors say.
    package init(
        port: String, vendor: UInt16, product: UInt16, serial: String?, manufacturer: String?,
        productName: String?
    ) {
        self.port = port
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.manufacturer = manufacturer
        self.productName = productName
    }
}
