package import USB

/// Which interfaces are printers, best first: a table, so that another kind is another row.
package enum PrinterInterface {
    /// Class, subclass and protocol of what Galla can print on.
    ///
    /// USB Printer Class 1.1 §4.1: protocol 2 answers as well, protocol 1 only listens. Protocol
    /// 3 (IEEE 1284.4) and 4 (IPP) wrap the data in packets of their own and take no plain bytes.
    package static let kinds: [InterfaceKind] = [
        InterfaceKind(7, 1, 2),
        InterfaceKind(7, 1, 1),
    ]

    /// The best setting of a device's configuration to print on, or nil when it has none.
    ///
    /// Only settings with a bulk endpoint for output count.
    package static func best(
        in descriptors: DeviceDescriptors, configurationIndex: UInt8 = 0
    ) -> InterfaceSetting? {
        let usable = descriptors.settings.filter {
            $0.configurationIndex == configurationIndex && $0.bulkOut != nil
        }
        for kind in kinds {
            if let found = usable.first(where: { $0.kind == kind }) { return found }
        }
        return nil
    }
}
