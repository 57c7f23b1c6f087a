package import Devices
package import ESCPOS

extension PrinterClues {
    /// What a driver knows of its printer, as far as profiles ask for it.
    package init(_ identity: PrinterIdentity) {
        self.init(
            usbVendor: identity.usb?.vendor, usbProduct: identity.usb?.product,
            maker: identity.deviceID["MFG"] ?? identity.deviceID["MANUFACTURER"],
            model: identity.deviceID["MDL"] ?? identity.deviceID["MODEL"])
    }
}
