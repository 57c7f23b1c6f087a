import Linux
package import SystemPackage

/// What a device's descriptors say of it: configurations, interfaces, alternates, endpoints.
///
/// The layout is that of sysfs `descriptors` and of a read from the device's node: the device
/// descriptor, then each configuration with what belongs to it (USB 2.0 §9.6).
package struct DeviceDescriptors: Hashable, Sendable {
    /// Vendor number.
    package let vendor: UInt16
    /// Product number.
    package let product: UInt16
    /// Every setting of every interface of every configuration.
    package private(set) var settings: [InterfaceSetting] = []
    /// The values (`bConfigurationValue`) of the configurations, in order.
    package private(set) var configurationValues: [UInt8] = []

    /// Bytes that are no descriptors.
    package enum Damage: Error, Hashable, Sendable {
        /// They end in the middle of the descriptor that starts at this byte.
        case cutShort(at: Int)
        /// The descriptor at this byte is shorter than its kind may be.
        case tooSmall(at: Int)
        /// The first one is not that of a device.
        case noDevice
    }

    /// Reads descriptors; refuses what ends early, skips the kinds it has no use for.
    package init(_ bytes: [UInt8]) throws(Damage) {
        guard bytes.count >= 18 else { throw .cutShort(at: 0) }
        guard bytes[0] == 18, bytes[1] == Kind.device else { throw .noDevice }
        vendor = UInt16(bytes[8]) | UInt16(bytes[9]) << 8
        product = UInt16(bytes[10]) | UInt16(bytes[11]) << 8
        var position = 18
        while position < bytes.count {
            let length = Int(bytes[position])
            guard length >= 2 else { throw .tooSmall(at: position) }
            guard position + length <= bytes.count else { throw .cutShort(at: position) }
            try take(bytes[position..<position + length])
            position += length
        }
        markAlternates()
    }

    /// Reads the descriptors of a device from its folder in sysfs; needs no rights on the device.
    package static func read(
        syspath: String
    ) throws(Errno) -> Result<DeviceDescriptors, Damage> {
        let bytes = try OpenDescriptor(path: syspath + "/descriptors", .readOnly)
            .read(atMost: 65536)
        return Result { () throws(Damage) in try DeviceDescriptors(bytes) }
    }

    /// Which configuration, counted from zero, the kernel has chosen; the first if it does not say.
    package func activeConfiguration(syspath: String) throws(Errno) -> UInt8 {
        let text = try OpenDescriptor(path: syspath + "/bConfigurationValue", .readOnly)
            .read(atMost: 16)
        // An unconfigured device has an empty value here, and no interfaces to speak of.
        let value = UInt8(String(decoding: text.filter { $0 != 0x0A }, as: UTF8.self))
        return UInt8(configurationValues.firstIndex { $0 == value } ?? 0)
    }

    private enum Kind {
        static let device: UInt8 = 1
        static let configuration: UInt8 = 2
        static let interface: UInt8 = 4
        static let endpoint: UInt8 = 5
    }

    private mutating func take(_ descriptor: ArraySlice<UInt8>) throws(Damage) {
        let start = descriptor.startIndex
        func byte(_ offset: Int) -> UInt8 { descriptor[start + offset] }
        func need(_ length: Int) throws(Damage) {
            guard descriptor.count >= length else { throw .tooSmall(at: start) }
        }
        switch byte(1) {
        case Kind.configuration:
            try need(9)
            configurationValues.append(byte(5))
        case Kind.interface:
            try need(9)
            settings.append(
                InterfaceSetting(
                    configurationIndex: UInt8(max(configurationValues.count, 1) - 1),
                    number: byte(2), alternate: byte(3),
                    kind: InterfaceKind(byte(5), byte(6), byte(7))))
        case Kind.endpoint:
            try need(7)
            guard !settings.isEmpty else { return }
            settings[settings.count - 1].endpoints.append(
                USBEndpoint(
                    address: byte(2), isBulk: byte(3) & 3 == 2, isInterrupt: byte(3) & 3 == 3,
                    packetBytes: (UInt16(byte(4)) | UInt16(byte(5)) << 8) & 0x7FF))
        default:
            break
        }
    }

    private mutating func markAlternates() {
        for index in settings.indices {
            let setting = settings[index]
            let others = settings.count {
                $0.configurationIndex == setting.configurationIndex && $0.number == setting.number
            }
            settings[index].hasAlternates = others > 1
        }
    }
}
