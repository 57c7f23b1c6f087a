import DeviceEmulation
import Devices
import Testing

@Suite("A printer's address")
struct PrinterAddressTests {
    @Test(
        "is read as written, and written as read",
        arguments: [
            ("usb:", PrinterAddress.usb(.first)),
            ("usb:04b8:0e28", .usb(.model(vendor: 0x04B8, product: 0x0E28))),
            ("usb:serial=X2:A4", .usb(.serial("X2:A4"))),
            ("usb:port=1-1.2", .usb(.port("1-1.2"))),
            ("file:/tmp/paper", .file(path: "/tmp/paper")),
            ("file:paper:2", .file(path: "paper:2")),
            ("lp:/dev/usb/lp0", .line(path: "/dev/usb/lp0")),
            ("tcp://10.0.0.7:9100", .network(host: "10.0.0.7", port: 9100)),
            ("tcp://till-printer:9101", .network(host: "till-printer", port: 9101)),
            ("tcp://[fe80::1]:9100", .network(host: "fe80::1", port: 9100)),
            ("emulated:", .emulated),
            ("none:", .none),
        ])
    func accepted(text: String, address: PrinterAddress) throws {
        #expect(try PrinterAddress(text) == address)
        #expect(address.description == text)
    }

    @Test("a printer in the network that names no port is on 9100")
    func usualPort() throws {
        #expect(
            try PrinterAddress("tcp://10.0.0.7") == .network(host: "10.0.0.7", port: 9100))
    }

    @Test("vendor and product may be in capitals and short")
    func numbers() throws {
        #expect(
            try PrinterAddress("usb:4B8:E28") == .usb(.model(vendor: 0x04B8, product: 0x0E28)))
    }

    @Test(
        "is refused with what would be right",
        arguments: [
            ("", "usb:, usb:VENDOR:PRODUCT"), ("usb", "usb:, usb:VENDOR:PRODUCT"),
            ("USB:", "usb:, usb:VENDOR:PRODUCT"), ("ftp:x", "usb:, usb:VENDOR:PRODUCT"),
            ("lp:", "Write lp:/dev/usb/lp0"), ("lp:usb/lp0", "Write lp:/dev/usb/lp0"),
            ("tcp:", "Write tcp://"), ("tcp://", "Write tcp://"), ("tcp:10.0.0.7", "Write tcp://"),
            ("tcp://10.0.0.7:", "Write tcp://"), ("tcp://10.0.0.7:0", "Write tcp://"),
            ("tcp://10.0.0.7:65536", "Write tcp://"), ("tcp://a/b:1", "Write tcp://"),
            ("tcp://:9100", "Write tcp://"), ("tcp://fe80::1:9100", "Write tcp://"),
            ("usb:04b8", "usb:04b8:0e28 for a model"), ("usb:04b8:0e28:1", "for a model"),
            ("usb:04b8:0e280", "for a model"), ("usb:+4b8:0e28", "for a model"),
            ("usb:04g8:0e28", "for a model"), ("usb::", "for a model"),
            ("usb:serial=", "usb:serial=NUMBER"), ("usb:port=", "usb:port=1-1.2"),
            ("usb:port=1", "usb:port=1-1.2"), ("usb:port=1-", "usb:port=1-1.2"),
            ("usb:port=1-1..2", "usb:port=1-1.2"), ("usb:port=a-1", "usb:port=1-1.2"),
            ("usb:port=1-1/../x", "usb:port=1-1.2"),
            ("file:", "Write file:PATH"), ("file://host/x", "Write file:PATH"),
            ("file:a\u{0}b", "Write file:PATH"),
            ("emulated:x", "Write emulated:"), ("none:x", "Write none:"),
        ])
    func refused(text: String, advice: String) {
        let refusal = #expect(throws: DeviceError.self) { try PrinterAddress(text) }
        #expect(refusal?.description.contains(advice) == true)
    }

    @Test("none: has no driver; the others that need no hardware have theirs")
    func drivers() throws {
        #expect(try PrinterAddress.none.makeDriver { _ in } == nil)
        #expect(try PrinterAddress.emulated.makeDriver { _ in } is TextPrinter)
        #expect(try PrinterAddress.file(path: "/tmp/x").makeDriver { _ in } is FilePrinter)
    }
}
