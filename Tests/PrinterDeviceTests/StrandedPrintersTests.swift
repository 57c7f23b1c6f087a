import Devices
import Hotplug
import Testing

@Suite("Printers that a killed program left without the kernel's driver")
struct StrandedPrintersTests {
    private func device(_ port: String) -> DeviceRecord {
        record(port, node: "/dev/bus/usb/001/00" + port.suffix(1), [:])
    }

    private func interface(
        _ port: String, _ name: String, kind: String, driver: String?
    ) -> DeviceRecord {
        var properties = ["INTERFACE": kind]
        properties["DRIVER"] = driver
        return record("\(port):1.\(name)", node: nil, properties, port: port)
    }

    private func record(
        _ sysname: String, node: String?, _ properties: [String: String], port: String? = nil
    ) -> DeviceRecord {
        DeviceRecord(
            syspath: "/sys/" + sysname, sysname: sysname, subsystem: "usb", node: node,
            isInitialised: true, properties: properties, inputName: nil, inputKeys: nil,
            usb: USBParent(
                port: port ?? sysname, vendor: 1, product: 2, serial: nil, manufacturer: "ACME",
                productName: "R1"))
    }

    @Test("a printer's interface without any driver, and no other")
    func found() {
        let records = [
            device("1-1"), interface("1-1", "0", kind: "7/1/2", driver: nil),
            device("1-2"), interface("1-2", "0", kind: "7/1/2", driver: "usblp"),
            device("1-3"), interface("1-3", "0", kind: "7/1/1", driver: "usbfs"),
            device("1-4"), interface("1-4", "0", kind: "3/1/1", driver: nil),
            interface("1-4", "1", kind: "7/1/1", driver: nil),
        ]
        let found = StrandedPrinters.find(in: records)
        #expect(found.map(\.node) == ["/dev/bus/usb/001/001", "/dev/bus/usb/001/004"])
        #expect(found.map(\.number) == [0, 1])
        #expect(found.first?.name == "USB printer ACME R1 on port 1-1")
    }
}
