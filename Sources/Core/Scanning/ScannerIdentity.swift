/// Which scanner it is: by the port it is plugged into, or its serial number, never by order.
package struct ScannerIdentity: Hashable, Sendable {
    /// The USB port path as the kernel names it (`1-1.3`), or what stands in for one (`stdin`).
    package let port: String
    /// The serial number that the device states, if it states one.
    package let serial: String?
    /// USB vendor and product numbers; zero where there is no USB device.
    package let vendor: UInt16
    /// USB product number.
    package let product: UInt16
    /// What the device calls itself, for people.
    package let name: String
    /// What the shop calls it (`Lane 1`), if the settings give its port or serial number a name.
    package let lane: String?

    /// Gathers what the kernel says of a device, and the shop's name for it.
    package init(
        port: String, serial: String?, vendor: UInt16, product: UInt16, name: String,
        lane: String? = nil
    ) {
        self.port = port
        self.serial = serial
        self.vendor = vendor
        self.product = product
        self.name = name
        self.lane = lane
    }

    /// What a row on the screen calls it: the lane where there is one.
    package var label: String { lane ?? name }
}
