import Devices
import Hotplug
import Testing

@Suite("What the kernel has beside what Galla accepts")
struct DeviceSurveyTests {
    /// A full keyboard's keys, as sysfs shows them.
    private static let keyboard = "1000000000007 ff980000000007ff febeffdff3cfffff fffffffffffffffe"

    private func input(
        _ name: String, node: String = "/dev/null", keys: String? = keyboard,
        properties: [String: String] = [:], isInitialised: Bool = true
    ) -> DeviceRecord {
        DeviceRecord(
            syspath: "/sys/devices/" + name, sysname: "event7", subsystem: "input", node: node,
            isInitialised: isInitialised, properties: properties, inputName: name,
            inputKeys: keys, usb: usb("1-1"))
    }

    private func usb(_ port: String, serial: String? = nil) -> USBParent {
        USBParent(
            port: port, vendor: 0x4B8, product: 0xE28, serial: serial, manufacturer: nil,
            productName: "TM-T20III")
    }

    /// A USB device and its one interface.
    private func printer(
        _ port: String, kind: String = "7/1/2", node: String = "/dev/null", serial: String? = nil
    ) -> [DeviceRecord] {
        [(port, "", node), (port + ":1.0", kind, nil)].map { name, interface, node in
            DeviceRecord(
                syspath: "/sys/devices/" + name, sysname: name, subsystem: "usb", node: node,
                isInitialised: true, properties: ["INTERFACE": interface], inputName: nil,
                inputKeys: nil, usb: usb(port, serial: serial))
        }
    }

    private func survey(
        inputs: [DeviceRecord] = [], usb: [DeviceRecord] = [], printer: USBSelector? = .first
    ) -> [SurveyedDevice] {
        DeviceSurvey.judge(
            candidates: inputs, usb: usb, scanners: ScannerSetup(matches: [.tagged]),
            printer: printer)
    }

    @Test("a marked scanner is accepted, with everything a person needs to name it")
    func marked() {
        let rows = survey(inputs: [input("Voyager", properties: ["ID_GALLA_SCANNER": "1"])])
        #expect(
            rows == [
                SurveyedDevice(
                    kind: .scanner, way: "keyboard", name: "Voyager", node: "/dev/null",
                    port: "1-1",
                    vendor: "04b8", product: "0e28", serial: nil, accepted: true,
                    reason: "The udev rule marks it as a scanner.")
            ])
    }

    @Test(
        "each rejected keyboard has its own reason",
        arguments: [
            (["DEVLINKS": "/dev/input/by-id/usb-kbd"], true, keyboard, "evdev:by-id/usb-kbd"),
            ([:], true, keyboard, "evdev:port=1-1"),
            (["ID_GALLA_SCANNER": "1"], false, keyboard, "udev has not finished"),
            (["ID_GALLA_SCANNER": "1"], true, "c000 0 0 1000000000000000", "no digit keys"),
        ] as [([String: String], Bool, String, String)])
    func rejected(
        _ properties: [String: String], _ isInitialised: Bool, _ keys: String, _ reason: String
    ) throws {
        let rows = survey(inputs: [
            input("Keyboard", keys: keys, properties: properties, isInitialised: isInitialised)
        ])
        let row = try #require(rows.first)
        #expect(!row.accepted && row.reason.contains(reason))
    }

    @Test("a scanner whose node cannot be read says how to get the permission")
    func forbidden() throws {
        let rows = survey(inputs: [
            input("Voyager", node: "/nowhere/event7", properties: ["ID_GALLA_SCANNER": "1"])
        ])
        let row = try #require(rows.first)
        #expect(!row.accepted && row.reason.contains("/nowhere/event7"))
        #expect(row.reason.contains("group galla"))
    }

    @Test("what has no keys is not listed, nor what has no event node")
    func noKeys() {
        let mouse = DeviceRecord(
            syspath: "/sys/devices/m", sysname: "mouse0", subsystem: "input", node: "/dev/null",
            isInitialised: true, properties: [:], inputName: nil, inputKeys: "1", usb: nil)
        #expect(survey(inputs: [input("Lid", keys: "0"), mouse]) == [])
    }

    @Test("the first printer is accepted, the second one told how to be")
    func printers() {
        let rows = survey(usb: printer("1-1") + printer("1-2"))
        #expect(rows.map(\.accepted) == [true, false])
        #expect(rows.map(\.port) == ["1-1", "1-2"] && rows.allSatisfy { $0.kind == .printer })
        #expect(rows.last?.reason.contains("--printer usb:port=1-2") == true)
    }

    @Test(
        "an address that names a printer accepts that one only",
        arguments: [
            .serial("B"), .port("1-2"),
        ] as [USBSelector])
    func named(_ selector: USBSelector) {
        let rows = survey(
            usb: printer("1-1", serial: "A") + printer("1-2", serial: "B"), printer: selector)
        #expect(rows.map(\.accepted) == [false, true])
    }

    @Test(
        "each rejected printer has its own reason",
        arguments: [
            ("7/1/4", "/dev/null", .first, "IPP over USB"),
            ("7/1/2", "/nowhere/001", .first, "group galla"),
            ("7/1/2", "/dev/null", nil, "not on USB"),
            ("7/1/2", "/dev/null", .model(vendor: 1, product: 2), "means another"),
        ] as [(String, String, USBSelector?, String)])
    func rejectedPrinter(
        _ kind: String, _ node: String, _ selector: USBSelector?, _ reason: String
    ) throws {
        let rows = survey(usb: printer("1-1", kind: kind, node: node), printer: selector)
        let row = try #require(rows.first)
        #expect(!row.accepted && row.reason.contains(reason))
    }

    @Test("a USB device that is no printer is not listed")
    func otherInterface() {
        #expect(survey(usb: printer("1-1", kind: "3/1/1")) == [])
    }
}
