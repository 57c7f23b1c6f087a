import Linux

/// A printer to be plugged into the test bed and pulled out of it, under a new node each time.
final class PrinterCable {
    private let testbed: Testbed
    private var deviceNumber: Int
    /// The port, as the kernel names it.
    let port: String
    private let description: Description

    /// What the device says of itself.
    struct Description {
        var vendor: UInt16 = 0x04B8
        var product: UInt16 = 0x0E28
        var serial = "X2A4"
        var manufacturer = "ACME"
        var productName = "R1"
        /// Everything behind the device descriptor.
        var configuration: [UInt8] =
            [9, 2, 32, 0, 1, 1, 0, 0xC0, 50]
            + [9, 4, 0, 0, 2, 7, 1, 2, 0]
            + [7, 5, 0x01, 2, 0x40, 0x00, 0]
            + [7, 5, 0x82, 2, 0x40, 0x00, 0]

        var descriptors: [UInt8] {
            var bytes: [UInt8] = [18, 1, 0x00, 0x02, 0, 0, 0, 64]
            for number in [vendor, product] {
                bytes += [UInt8(number & 0xFF), UInt8(number >> 8)]
            }
            bytes += [0, 1, 1, 2, 3, 1]
            return bytes + configuration
        }
    }

    init(
        _ testbed: Testbed, port: String = "1-1", number: Int = 3,
        _ description: Description = Description()
    ) {
        self.testbed = testbed
        deviceNumber = number
        self.port = port
        self.description = description
    }

    private var syspath: String { "/devices/pci0000:00/usb1/\(port)" }

    /// The node of the present plugging.
    var node: String { "/dev/\(nodeName)" }

    private var threeDigits: String {
        let text = String(deviceNumber)
        return String(repeating: "0", count: 3 - text.count) + text
    }

    private var nodeName: String { "bus/usb/001/\(threeDigits)" }

    /// Plugs a printer in and tells whoever listens; false when umockdev does not understand.
    func plugIn(_ desk: USBRequestDesk) -> Bool {
        deviceNumber += 1
        return testbed.attach(node, RequestPort(desk)) && testbed.add(text)
    }

    /// Pulls the cable and tells whoever listens.
    func pull() {
        testbed.remove("/sys" + syspath, bus: "usb", name: port)
        testbed.detach(node)
    }

    /// Tells whoever listens as soon as the printer has lost its cable, as the kernel would: from
    /// another thread, and a little later than the transfer ends.
    func pull(with desk: USBRequestDesk) throws -> Worker {
        let (testbed, syspath, port) = (testbed, "/sys" + syspath, port)
        return try Worker(name: "pulled cable") {
            desk.pulled.wait()
            testbed.remove(syspath, bus: "usb", name: port)
        }
    }

    private var text: String {
        let bytes = description.descriptors.map(twoDigits).joined()
        let properties = [
            "SUBSYSTEM=usb", "DEVTYPE=usb_device", "DRIVER=usb", "BUSNUM=001",
            "DEVNUM=\(threeDigits)", "DEVNAME=\(node)",
        ]
        let attributes = [
            "idVendor=\(fourDigits(description.vendor))",
            "idProduct=\(fourDigits(description.product))", "serial=\(description.serial)",
            "manufacturer=\(description.manufacturer)", "product=\(description.productName)",
            "busnum=1", "devnum=\(deviceNumber)", "bConfigurationValue=1", "speed=480",
        ]
        let lines =
            ["P: \(syspath)", "N: \(nodeName)=\(bytes)"]
            + properties.map { "E: \($0)" }
            + attributes.map { "A: \($0)\\n" }
            + ["H: descriptors=\(bytes)"]
        return lines.joined(separator: "\n") + "\n\n"
    }

    private func twoDigits(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16, uppercase: true)
        return text.count == 2 ? text : "0" + text
    }

    private func fourDigits(_ number: UInt16) -> String {
        twoDigits(UInt8(number >> 8)) + twoDigits(UInt8(number & 0xFF))
    }
}
