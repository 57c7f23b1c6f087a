package import USB

/// Which interfaces are printers, best first: a table, so that another kind is another row.
package enum PrinterInterface {
    /// Class, subclass and protocol of what Galla can print on.
    ///
    /// USB Printer Class 1.1 §4.1: protocol 2 answers as well, protocol 1 only listens. Protocol
    /// 3 is for IEEE 1284.4 packets; receipt printers that offer nothing else take plain bytes there
    /// (the kernel's usblp treats the three alike). Protocol 4 is IPP and no receipt printer's.
    package static let kinds: [InterfaceKind] = [
        InterfaceKind(7, 1, 2),
        InterfaceKind(7, 1, 1),
        InterfaceKind(7, 1, 3),
    ]

    /// The class in which a maker may put what he likes.
    package static let vendorClass: UInt8 = 0xFF

    /// Printers that offer the same pipes in the vendor's class.
    ///
    /// Epson TM printers in their factory setting (the kernel's usblp knows them by the same number,
    /// as a printer with a bad class).
    package static let vendorPrinters: [PrinterIdentity.USBNumbers] = [
        PrinterIdentity.USBNumbers(vendor: 0x04B8, product: 0x0202)
    ]

    /// The best setting of a device's configuration to print on, or nil when it has none.
    ///
    /// Only settings with a bulk endpoint for output count. An interface of the vendor's class is
    /// taken where the table names the device, or where a person named it (`isNamed`).
    package static func best(
        in descriptors: DeviceDescriptors, configurationIndex: UInt8 = 0, isNamed: Bool = false
    ) -> InterfaceSetting? {
        let usable = descriptors.settings.filter {
            $0.configurationIndex == configurationIndex && $0.bulkOut != nil
        }
        for kind in kinds {
            let found = usable.filter { $0.kind == kind }
            // Of two alternates that print the one that can also be heard is the better.
            if let best = found.first(where: { $0.bulkIn != nil }) ?? found.first { return best }
        }
        let numbers = PrinterIdentity.USBNumbers(
            vendor: descriptors.vendor, product: descriptors.product)
        guard isNamed || vendorPrinters.contains(numbers) else { return nil }
        return usable.first { $0.kind.interfaceClass == vendorClass && $0.bulkIn != nil }
    }
}
