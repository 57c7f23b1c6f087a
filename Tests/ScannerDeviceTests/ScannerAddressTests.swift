import Devices
import Testing

@Suite("Scanner addresses as people write them")
struct ScannerAddressTests {
    @Test(
        "every address of this version is understood",
        arguments: [
            ("auto", .evdev(.tagged)),
            ("stdin", .standardInput),
            (
                "evdev:by-id/usb-Honeywell_19B1-event-kbd",
                .evdev(.byID("usb-Honeywell_19B1-event-kbd"))
            ),
            ("evdev:port=1-1.3", .evdev(.port("1-1.3"))),
            ("evdev:port=2-4", .evdev(.port("2-4"))),
            ("evdev:/dev/input/event5", .evdev(.node("/dev/input/event5"))),
        ] as [(String, ScannerAddress)])
    func accepted(_ text: String, _ address: ScannerAddress) throws {
        #expect(try ScannerAddress(text) == address)
    }

    @Test(
        "what comes later says so, by its own name",
        arguments: [
            "usb:0c2e:0b61", "serial:/dev/ttyACM0", "replay:scan.rec",
        ])
    func later(_ text: String) {
        let error = #expect(throws: DeviceError.self) { try ScannerAddress(text) }
        #expect(error?.description.contains("not in this version") == true)
        #expect(error?.description.contains(text) == true)
    }

    @Test(
        "half an address says what is to be written",
        arguments: [
            "evdev:", "evdev:by-id/", "evdev:by-id/a/b", "evdev:port=", "evdev:port=1",
            "evdev:port=1-",
            "evdev:port=1-1.", "evdev:port=1-+1", "evdev:port=1-1-1", "evdev:event5", "evdev:/dev/",
        ])
    func incomplete(_ text: String) {
        let error = #expect(throws: DeviceError.self) { try ScannerAddress(text) }
        #expect(error?.description.contains("evdev:port=1-1.3") == true)
    }

    @Test("anything else is refused with the list", arguments: ["", "Auto", "keyboard", "hid:1"])
    func unknown(_ text: String) {
        let error = #expect(throws: DeviceError.self) { try ScannerAddress(text) }
        #expect(error?.description.contains("There is no scanner address") == true)
    }
}
