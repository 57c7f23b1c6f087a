import Devices
import Testing

extension USBPrinterTests {
    @Suite("Which device and which interface")
    struct ChoiceTests {
        private let bench: PrinterBench

        init() throws {
            bench = try PrinterBench()
        }

        @Test(
            "a composite device with alternates: the printer's own interface, setting and endpoint")
        func composite() throws {
            var description = PrinterCable.Description()
            description.configuration =
                [9, 2, 78, 0, 2, 1, 0, 0xC0, 50]
                + [9, 4, 0, 0, 2, 8, 6, 80, 0]
                + [7, 5, 0x81, 2, 0x00, 0x02, 0] + [7, 5, 0x02, 2, 0x00, 0x02, 0]
                + [9, 4, 1, 0, 1, 7, 1, 1, 0]
                + [7, 5, 0x03, 2, 0x40, 0x00, 0]
                + [9, 4, 1, 1, 2, 7, 1, 2, 0]
                + [7, 5, 0x84, 2, 0x40, 0x00, 0] + [7, 5, 0x05, 2, 0x40, 0x00, 0]
            let desk = try USBRequestDesk(MockPrinter())
            try #require(PrinterCable(bench.testbed, description).plugIn(desk))
            let driver = try USBPrinter(.first)
            #expect(driver.refresh() == .ready)
            #expect(
                desk.withPrinter(\.interfaceStory) == [
                    "detach usblp 1", "claim 1", "alternate 1/1",
                ])
            try driver.send(bench.job(10), until: bench.stop) { _ in }
            #expect(desk.withPrinter(\.endpoints) == [0x05])
        }

        @Test("of two printers each address gets its own, and the first one is by port number")
        func selectors() throws {
            var near = PrinterCable.Description()
            near.serial = "NEAR"
            var far = PrinterCable.Description()
            (far.product, far.serial, far.manufacturer) = (0x0E15, "FAR", "EVIL\u{202E}\u{1B}[2J")
            let nearDesk = try USBRequestDesk(MockPrinter())
            let farDesk = try USBRequestDesk(MockPrinter())
            try #require(PrinterCable(bench.testbed, port: "1-10", number: 10, far).plugIn(farDesk))
            try #require(
                PrinterCable(bench.testbed, port: "1-9", number: 20, near).plugIn(nearDesk))
            let expected: [(String, String)] = [
                ("usb:", "on port 1-9"), ("usb:04b8:0e15", "EVIL[2J R1 on port 1-10"),
                ("usb:serial=FAR", "on port 1-10"), ("usb:port=1-9", "on port 1-9"),
            ]
            for (address, name) in expected {
                guard case .usb(let selector) = try PrinterAddress(address) else {
                    Issue.record("\(address) is a USB address")
                    continue
                }
                let driver = try USBPrinter(selector)
                #expect(driver.refresh() == .ready)
                #expect(driver.name.hasSuffix(name), "\(address) is \(driver.name)")
            }
        }

        @Test(
            "a printer that is not there is named in the words of its address",
            arguments: [
                ("usb:04b8:0e15", "The printer usb:04b8:0e15 is not plugged in."),
                ("usb:serial=FAR", "The printer usb:serial=FAR is not plugged in."),
                ("usb:port=2-1", "Nothing is plugged into USB port 2-1."),
            ])
        func absent(address: String, reason: String) throws {
            _ = try bench.plugged()
            guard case .usb(let selector) = try PrinterAddress(address) else {
                Issue.record("\(address) is a USB address")
                return
            }
            guard case .absent(let said) = try USBPrinter(selector).refresh() else {
                Issue.record("that printer is not plugged in")
                return
            }
            #expect(said.hasPrefix(reason))
        }

        @Test("a device that is no printer is no first one, and by name is refused with its kinds")
        func noPrinter() throws {
            var description = PrinterCable.Description()
            description.configuration =
                [9, 2, 25, 0, 1, 1, 0, 0xC0, 50]
                + [9, 4, 0, 0, 1, 7, 1, 4, 0]
                + [7, 5, 0x01, 2, 0x40, 0x00, 0]
            try #require(
                PrinterCable(bench.testbed, description).plugIn(try USBRequestDesk(MockPrinter())))
            guard case .absent(let first) = try USBPrinter(.first).refresh(),
                case .absent(let named) = try USBPrinter(.port("1-1")).refresh()
            else {
                Issue.record("an IPP interface takes no plain bytes")
                return
            }
            #expect(first.hasPrefix("No USB printer is plugged in."))
            #expect(named.contains("its interfaces are 7/1/4"))
        }
    }
}
