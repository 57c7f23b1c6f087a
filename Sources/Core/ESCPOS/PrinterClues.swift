/// Who a connected printer is, as far as its plug and its own words tell.
package struct PrinterClues: Hashable, Sendable {
    /// The maker's number on the USB plug; nil for a printer on a network or a file.
    package let usbVendor: UInt16?
    /// The product's number on the USB plug.
    package let usbProduct: UInt16?
    /// The maker's name (IEEE 1284 device ID, `MFG`).
    package let maker: String?
    /// The model's name (IEEE 1284 device ID, `MDL`).
    package let model: String?

    /// Gathers what is known; all of it may be absent.
    package init(
        usbVendor: UInt16? = nil, usbProduct: UInt16? = nil, maker: String? = nil,
        model: String? = nil
    ) {
        self.usbVendor = usbVendor
        self.usbProduct = usbProduct
        self.maker = maker
        self.model = model
    }
}
