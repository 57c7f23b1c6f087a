/// An endpoint as its descriptor states it (USB 2.0 §9.6.6); none is ever assumed.
package struct USBEndpoint: Hashable, Sendable {
    /// Number, with bit 7 set where the device sends.
    package let address: UInt8
    /// Whether it carries bulk data.
    package let isBulk: Bool
    /// Whether it carries what a device has to say from time to time (interrupt transfers).
    package let isInterrupt: Bool
    /// The largest packet, in bytes.
    package let packetBytes: UInt16

    /// Whether the device sends on it.
    package var isInput: Bool { address & 0x80 != 0 }

    /// Gathers what the descriptor says.
    package init(
        address: UInt8, isBulk: Bool, isInterrupt: Bool = false, packetBytes: UInt16
    ) {
        self.address = address
        self.isBulk = isBulk
        self.isInterrupt = isInterrupt
        self.packetBytes = packetBytes
    }
}
