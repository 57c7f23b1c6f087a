/// An endpoint as its descriptor states it (USB 2.0 §9.6.6); none is ever assumed.
package struct USBEndpoint: Hashable, Sendable {
    /// Number, with bit 7 set where the device sends.
    package let address: UInt8
    /// Whether it carries bulk data.
    package let isBulk: Bool
    /// The largest packet, in bytes.
    package let packetBytes: UInt16

    /// Whether the device sends on it.
    package var isInput: Bool { address & 0x80 != 0 }

    /// Gathers what the descriptor says.
    package init(address: UInt8, isBulk: Bool, packetBytes: UInt16) {
        self.address = address
        self.isBulk = isBulk
        self.packetBytes = packetBytes
    }
}
