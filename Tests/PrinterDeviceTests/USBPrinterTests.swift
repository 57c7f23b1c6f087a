import Devices
import System
import SystemPackage
import Testing

/// A libusb printer whose far end is a made-up device: every byte is counted on both sides.
@Suite(
    "A printer on a USB cable", .serialized,
    .enabled(if: Testbed.isPossible, "runs under umockdev-wrapper"),
    .timeLimit(.minutes(1)))
struct USBPrinterTests {
    private let testbed = Testbed()
    private let stop: EventFlag

    init() throws {
        stop = try EventFlag()
    }

    /// Bytes that tell where they belong.
    private func job(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }

    private func plugged(
        _ printer: MockPrinter = MockPrinter()
    ) throws -> (USBRequestDesk, PrinterCable, USBPrinter) {
        let desk = try USBRequestDesk(printer)
        let cable = PrinterCable(testbed)
        try #require(cable.plugIn(desk))
        return (desk, cable, try USBPrinter(.first))
    }

    @Test("a job arrives whole, in transfers of 16 KiB, none of them empty")
    func wholeJob() throws {
        let (desk, _, driver) = try plugged()
        #expect(driver.refresh() == .ready)
        #expect(driver.name == "USB printer ACME R1 on port 1-1")
        try driver.send(job(40000), until: stop) { _ in Issue.record("nothing to wait for") }
        #expect(desk.withPrinter(\.paper) == job(40000))
        #expect(desk.withPrinter(\.transferSizes) == [16384, 16384, 7232])
        try driver.send([], until: stop) { _ in }
        #expect(desk.withPrinter(\.transferSizes.count) == 3)
    }

    @Test("usblp is detached for the claim and asked back when the driver goes")
    func kernelDriver() throws {
        let desk = try USBRequestDesk(MockPrinter())
        try #require(PrinterCable(testbed).plugIn(desk))
        do {
            let driver = try USBPrinter(.first)
            #expect(driver.refresh() == .ready)
            #expect(desk.withPrinter(\.interfaceStory) == ["detach usblp 0", "claim 0"])
            #expect(driver.refresh() == .ready)
            #expect(desk.withPrinter(\.interfaceStory) == ["detach usblp 0", "claim 0"])
        }
        #expect(
            desk.withPrinter(\.interfaceStory) == ["detach usblp 0", "claim 0", "release 0", "attach 0"])
        #expect(desk.withPrinter(\.kernelDriver) == "usblp")
    }

    @Test("usblp that a killed run left detached is asked back by the next one")
    func kernelDriverLost() throws {
        var printer = MockPrinter()
        printer.kernelDriver = nil
        let desk = try USBRequestDesk(printer)
        try #require(PrinterCable(testbed).plugIn(desk))
        do {
            let driver = try USBPrinter(.first)
            #expect(driver.refresh() == .ready)
        }
        #expect(desk.withPrinter(\.kernelDriver) == "usblp")
    }

    @Test(
        "the cable pulled after any byte is a fault with exactly that count",
        arguments: [0, 1, 63, 64, 16383, 16384, 16385, 32768, 39999])
    func pulledAfter(count: Int) throws {
        var printer = MockPrinter()
        printer.pulledAfter = count
        let (desk, cable, driver) = try plugged(printer)
        #expect(driver.refresh() == .ready)
        let hand = try cable.pull(with: desk)
        let fault = #expect(throws: PrinterFault.self) {
            try driver.send(job(40000), until: stop) { _ in }
        }
        #expect(fault?.bytesTaken == count)
        #expect(desk.withPrinter(\.paper) == Array(job(40000).prefix(count)))
        hand.join()
        #expect(driver.changes.map(isReadable) == true)
        guard case .absent(let reason) = driver.refresh() else {
            Issue.record("an unplugged printer is not ready")
            return
        }
        #expect(reason.hasPrefix("No USB printer is plugged in."))
    }

    @Test("a cable pulled in the middle of a packet counts the same (EPROTO)")
    func disturbed() throws {
        var printer = MockPrinter()
        printer.pulledAfter = 20000
        printer.pullStatus = -71  // EPROTO: the device no longer answers on the wire
        let (desk, cable, driver) = try plugged(printer)
        #expect(driver.refresh() == .ready)
        let hand = try cable.pull(with: desk)
        defer { hand.join() }
        let fault = #expect(throws: PrinterFault.self) {
            try driver.send(job(40000), until: stop) { _ in }
        }
        #expect(fault?.bytesTaken == 20000)
    }

    @Test("plugged in again, it is found by itself and prints")
    func replugged() throws {
        var first = MockPrinter()
        first.pulledAfter = 100
        let (lost, cable, driver) = try plugged(first)
        #expect(driver.refresh() == .ready)
        let hand = try cable.pull(with: lost)
        _ = #expect(throws: PrinterFault.self) {
            try driver.send(job(500), until: stop) { _ in }
        }
        hand.join()
        #expect(driver.refresh() != .ready)
        let desk = try USBRequestDesk(MockPrinter())
        try #require(cable.plugIn(desk))
        #expect(driver.changes.map(isReadable) == true)
        #expect(driver.refresh() == .ready)
        try driver.send(job(500), until: stop) { _ in }
        #expect(desk.withPrinter(\.paper) == job(500))
    }

    @Test("pulled and put back between two looks is a new printer, not the dead handle")
    func repluggedUnseen() throws {
        let (_, cable, driver) = try plugged()
        #expect(driver.refresh() == .ready)
        cable.pull()
        let desk = try USBRequestDesk(MockPrinter())
        try #require(cable.plugIn(desk))
        #expect(driver.refresh() == .ready)
        try driver.send(job(10), until: stop) { _ in }
        #expect(desk.withPrinter(\.paper) == job(10))
    }

    @Test("out of paper in the middle is said once, and the job goes on where it was")
    func paperOut() throws {
        var printer = MockPrinter()
        printer.room = 20000
        printer.portStatus = 0x38
        let (desk, _, driver) = try plugged(printer)
        #expect(driver.refresh() == .ready)
        var said: [PrinterWait] = []
        try driver.send(job(40000), until: stop) { wait in
            said.append(wait)
            guard wait == .paperOut else { return }
            desk.withPrinter {
                $0.portStatus = 0x18
                $0.room = .max
            }
        }
        #expect(said == [.paperOut, .moving])
        #expect(desk.withPrinter(\.paper) == job(40000))
        #expect(desk.withPrinter(\.questions) == [1])
    }

    @Test("a printer that takes nothing and does not know the question is asked once")
    func silent() throws {
        var printer = MockPrinter()
        printer.room = 0
        printer.portStatus = nil
        let (desk, _, driver) = try plugged(printer)
        #expect(driver.refresh() == .ready)
        var said: [PrinterWait] = []
        try driver.send(job(100), until: stop) { wait in
            said.append(wait)
            if wait == .notAccepting { desk.withPrinter { $0.room = .max } }
        }
        #expect(said == [.notAccepting, .moving])
        #expect(desk.withPrinter(\.questions) == [1])
        #expect(desk.withPrinter(\.paper) == job(100))
    }

    @Test("stopping a blocked job ends it with the exact count, and the printer stays usable")
    func stopped() throws {
        var printer = MockPrinter()
        printer.room = 17000
        printer.portStatus = 0x38
        let (desk, _, driver) = try plugged(printer)
        #expect(driver.refresh() == .ready)
        let fault = #expect(throws: PrinterFault.self) {
            try driver.send(job(40000), until: stop) { _ in stop.raise() }
        }
        #expect(fault?.bytesTaken == 17000)
        stop.lower()
        desk.withPrinter { $0.room = .max }
        try driver.send(job(5), until: stop) { _ in }
        #expect(desk.withPrinter(\.paper) == Array(job(40000).prefix(17000)) + job(5))
    }

    @Test("a stall is cleared and the job goes on behind the bytes that were taken")
    func stalled() throws {
        var printer = MockPrinter()
        printer.stallsAfter = 1000
        let (desk, _, driver) = try plugged(printer)
        #expect(driver.refresh() == .ready)
        try driver.send(job(3000), until: stop) { _ in }
        #expect(desk.withPrinter(\.paper) == job(3000))
        #expect(desk.withPrinter(\.clearedHalts) == 1)
    }

    @Test("a printer that another program holds is named with that reason, and taken when free")
    func held() throws {
        var printer = MockPrinter()
        printer.kernelDriver = nil
        printer.isHeldByAnother = true
        let (desk, _, driver) = try plugged(printer)
        guard case .absent(let reason) = driver.refresh() else {
            Issue.record("a held printer is not ready")
            return
        }
        #expect(reason.contains("is held by another program"))
        desk.withPrinter { $0.isHeldByAnother = false }
        #expect(driver.refresh() == .ready)
    }

    @Test("a composite device with alternates: the printer's own interface, setting and endpoint")
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
        try #require(PrinterCable(testbed, description).plugIn(desk))
        let driver = try USBPrinter(.first)
        #expect(driver.refresh() == .ready)
        #expect(
            desk.withPrinter(\.interfaceStory) == ["detach usblp 1", "claim 1", "alternate 1/1"])
        try driver.send(job(10), until: stop) { _ in }
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
        try #require(PrinterCable(testbed, port: "1-10", number: 10, far).plugIn(farDesk))
        try #require(PrinterCable(testbed, port: "1-9", number: 20, near).plugIn(nearDesk))
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
        _ = try plugged()
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
            PrinterCable(testbed, description).plugIn(try USBRequestDesk(MockPrinter())))
        guard case .absent(let first) = try USBPrinter(.first).refresh(),
            case .absent(let named) = try USBPrinter(.port("1-1")).refresh()
        else {
            Issue.record("an IPP interface takes no plain bytes")
            return
        }
        #expect(first.hasPrefix("No USB printer is plugged in."))
        #expect(named.contains("its interfaces are 7/1/4"))
    }

    private func isReadable(_ descriptor: FileDescriptor) -> Bool {
        do {
            var poller = try Poller()
            try poller.add(descriptor)
            return try poller.wait(milliseconds: 5000) { _ in } == 1
        } catch {
            Issue.record(error)
            return false
        }
    }
}
