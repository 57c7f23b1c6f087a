/// One alternate setting of an interface, with what its descriptors state (USB 2.0 §9.6.5).
package struct InterfaceSetting: Hashable, Sendable {
    /// Which configuration of the device it is in, counted from zero.
    package let configurationIndex: UInt8
    /// The interface's number.
    package let number: UInt8
    /// The alternate setting's number.
    package let alternate: UInt8
    /// Class, subclass and protocol.
    package let kind: InterfaceKind
    /// Whether the interface has other alternate settings to choose from.
    package internal(set) var hasAlternates = false
    /// Its endpoints, in the order of the descriptors.
    package internal(set) var endpoints: [USBEndpoint] = []

    init(configurationIndex: UInt8, number: UInt8, alternate: UInt8, kind: InterfaceKind) {
        self.configurationIndex = configurationIndex
        self.number = number
        self.alternate = alternate
        self.kind = kind
    }

    /// The endpoint that takes bulk data.
    package var bulkOut: USBEndpoint? {
        endpoints.first { $0.isBulk && !$0.isInput }
    }

    /// The endpoint that gives bulk data.
    package var bulkIn: USBEndpoint? {
        endpoints.first { $0.isBulk && $0.isInput }
    }
}
