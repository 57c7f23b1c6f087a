package import Devices
package import ESCPOS

extension PrinterClues {
    /// What a driver has learnt of its printer, as the profiles match it.
    package init(_ identity: PrinterIdentity) {
        self.init(
            usbVendor: identity.usb?.vendor, usbProduct: identity.usb?.product,
            maker: identity.deviceID["MFG"] ?? identity.deviceID["MANUFACTURER"],
            model: identity.deviceID["MDL"] ?? identity.deviceID["MODEL"])
    }
}
