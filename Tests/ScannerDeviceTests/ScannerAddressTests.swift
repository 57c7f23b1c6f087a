import Devices
import Scanning
import Testing

@Suite("Scanner addresses as people write them")
struct ScannerAddressTests {
    @Test(
        "every address of this version is understood",
        arguments: [
            ("auto", .hardware(.tagged)),
            ("stdin", .standardInput),
            (
                "evdev:by-id/usb-Honeywell_19B1-event-kbd",
                .hardware(.keyboard(.node("/dev/input/by-id/usb-Honeywell_19B1-event-kbd")))
            ),
            ("evdev:port=1-1.3", .hardware(.keyboard(.port("1-1.3")))),
            ("evdev:port=2-4", .hardware(.keyboard(.port("2-4")))),
            ("evdev:/dev/input/event5", .hardware(.keyboard(.node("/dev/input/event5")))),
            ("usb:0c2e:0B61", .hardware(.hidPOS(.model(vendor: 0x0C2E, product: 0x0B61)))),
            ("usb:serial=19B1", .hardware(.hidPOS(.serialNumber("19B1")))),
            ("usb:port=1-1.3", .hardware(.hidPOS(.port("1-1.3")))),
            ("serial:/dev/ttyACM0", .hardware(.serial(.node("/dev/ttyACM0"), nil))),
            (
                "serial:by-id/usb-Zebra-if00",
                .hardware(.serial(.node("/dev/serial/by-id/usb-Zebra-if00"), nil))
            ),
            (
                "serial:port=1-1.3,115200",
                .hardware(.serial(.port("1-1.3"), SerialLine("115200 8N1")))
            ),
            (
                "serial:/dev/ttyUSB0,9600,7e2",
                .hardware(.serial(.node("/dev/ttyUSB0"), SerialLine("9600 7E2")))
            ),
        ] as [(String, ScannerAddress)])
    func accepted(_ text: String, _ address: ScannerAddress) throws {
        #expect(try ScannerAddress(text) == address)
    }

    @Test(
        "half an address says what is to be written",
        arguments: [
            "evdev:", "evdev:by-id/", "evdev:by-id/a/b", "evdev:port=", "evdev:port=1",
            "evdev:port=1-", "evdev:port=1-1.", "evdev:port=1-+1", "evdev:port=1-1-1",
            "evdev:event5", "evdev:/dev/", "usb:", "usb:0c2e", "usb:c2e:b61", "usb:0c2e:0b6g",
            "usb:serial=", "usb:port=x", "usb:0c2e:0b61:1", "serial:", "serial:ttyACM0",
            "serial:by-id/", "serial:port=1",
        ])
    func incomplete(_ text: String) {
        let error = #expect(throws: DeviceError.self) { try ScannerAddress(text) }
        #expect(error?.description.contains(text) == true)
        #expect(error?.description.contains("port=1-1.3") == true)
    }

    @Test(
        "a serial line that is none is refused",
        arguments: [
            "serial:/dev/ttyACM0,", "serial:/dev/ttyACM0,fast", "serial:/dev/ttyACM0,9601",
            "serial:/dev/ttyACM0,9600,8X1", "serial:/dev/ttyACM0,9600,9N1",
            "serial:/dev/ttyACM0,9600,8N3", "serial:/dev/ttyACM0,9600,8N1,x",
        ])
    func wrongLine(_ text: String) {
        let error = #expect(throws: DeviceError.self) { try ScannerAddress(text) }
        #expect(error?.description.contains("9600,8N1") == true)
    }

    @Test("anything else is refused with the list", arguments: ["", "Auto", "keyboard", "hid:1"])
    func unknown(_ text: String) {
        let error = #expect(throws: DeviceError.self) { try ScannerAddress(text) }
        #expect(error?.description.contains("There is no scanner address") == true)
    }
}
