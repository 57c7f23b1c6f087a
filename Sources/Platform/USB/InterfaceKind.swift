/// What an interface is for: class, subclass and protocol.
package struct InterfaceKind: Hashable, Sendable, CustomStringConvertible {
    /// The class: 7 for printers, 3 for HID, 255 for the vendor's own.
    package let interfaceClass: UInt8
    /// The subclass within the class.
    package let subclass: UInt8
    /// The protocol within the subclass.
    package let protocolNumber: UInt8

    /// Gathers the three numbers.
    package init(_ interfaceClass: UInt8, _ subclass: UInt8, _ protocolNumber: UInt8) {
        self.interfaceClass = interfaceClass
        self.subclass = subclass
        self.protocolNumber = protocolNumber
    }

    /// The three numbers as people write them: `7/1/2`.
    package var description: String { "\(interfaceClass)/\(subclass)/\(protocolNumber)" }
}
