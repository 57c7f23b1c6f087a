/// The printer's three status lines (USB Printer Class 1.1 §4.2.2, GET_PORT_STATUS).
package struct PortStatus: RawRepresentable, Hashable, Sendable {
    /// The byte as the printer sent it; some firmware always says 0x18.
    package let rawValue: UInt8

    /// Takes the byte as it is.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Bit 5: no paper.
    package var isPaperOut: Bool { rawValue & 0x20 != 0 }
    /// Bit 4: selected, which means online.
    package var isOnline: Bool { rawValue & 0x10 != 0 }
    /// Bit 3 clear: an error.
    package var hasError: Bool { rawValue & 0x08 == 0 }
}
