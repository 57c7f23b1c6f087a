import Testing

@testable import USB

@Suite("What a device's descriptors say")
struct DeviceDescriptorsTests {
    /// A composite device: mass storage, then a printer with two alternate settings.
    static let composite: [UInt8] =
        [18, 1, 0x00, 0x02, 0, 0, 0, 64, 0xB8, 0x04, 0x28, 0x0E, 0, 1, 1, 2, 3, 1]
        + [9, 2, 78, 0, 2, 5, 0, 0xC0, 50]
        + [9, 4, 0, 0, 2, 8, 6, 80, 0]
        + [7, 5, 0x81, 2, 0x00, 0x02, 0] + [7, 5, 0x02, 2, 0x00, 0x02, 0]
        + [9, 4, 1, 0, 1, 7, 1, 1, 0]
        + [7, 5, 0x03, 2, 0x40, 0x00, 0]
        + [9, 4, 1, 1, 2, 7, 1, 2, 0]
        + [7, 5, 0x84, 2, 0x40, 0x00, 0] + [7, 5, 0x05, 2, 0x40, 0x00, 0]

    @Test("all interfaces, alternate settings and endpoints are found where they are stated")
    func everything() throws {
        let device = try DeviceDescriptors(Self.composite)
        #expect(device.vendor == 0x04B8)
        #expect(device.product == 0x0E28)
        #expect(device.configurationValues == [5])
        #expect(device.settings.map(\.number) == [0, 1, 1])
        #expect(device.settings.map(\.alternate) == [0, 0, 1])
        #expect(device.settings.map(\.hasAlternates) == [false, true, true])
        #expect(device.settings.map(\.kind.description) == ["8/6/80", "7/1/1", "7/1/2"])
        #expect(device.settings[1].bulkOut?.address == 0x03)
        #expect(device.settings[1].bulkIn == nil)
        let output = USBEndpoint(address: 5, isBulk: true, packetBytes: 64)
        #expect(device.settings[2].bulkOut == output)
        #expect(device.settings[2].bulkIn?.address == 0x84)
    }

    @Test("every prefix is either refused or ends between two descriptors")
    func prefixes() throws {
        let whole = Self.composite
        var boundaries: Set<Int> = []
        var position = 0
        while position < whole.count {
            position += Int(whole[position])
            boundaries.insert(position)
        }
        for length in 0..<whole.count {
            let isWhole = damage(in: Array(whole.prefix(length))) == nil
            #expect(isWhole == boundaries.contains(length), "length \(length)")
        }
    }

    @Test("any byte may be wrong without harm")
    func damagedBytes() {
        for position in Self.composite.indices {
            for value in [UInt8(0), 1, 2, 3, 9, 0x7F, 0xFF] {
                var damaged = Self.composite
                damaged[position] = value
                // Only that it answers counts here: either reading is a sound one.
                _ = damage(in: damaged)
            }
        }
    }

    @Test(
        "what is no descriptor is refused by name",
        arguments: [
            ([UInt8](), DeviceDescriptors.Damage.cutShort(at: 0)),
            ([18, 2] + [UInt8](repeating: 0, count: 16), .noDevice),
            (Array(composite.prefix(18)) + [1, 2], .tooSmall(at: 18)),
            (Array(composite.prefix(18)) + [0, 0, 0], .tooSmall(at: 18)),
            (Array(composite.prefix(18)) + [4, 4, 0, 0], .tooSmall(at: 18)),
            (Array(composite.prefix(18)) + [9, 4, 0, 0], .cutShort(at: 18)),
        ])
    func refusals(bytes: [UInt8], expected: DeviceDescriptors.Damage) {
        #expect(damage(in: bytes) == expected)
    }

    private func damage(in bytes: [UInt8]) -> DeviceDescriptors.Damage? {
        do throws(DeviceDescriptors.Damage) {
            _ = try DeviceDescriptors(bytes)
            return nil
        } catch {
            return error
        }
    }
}
