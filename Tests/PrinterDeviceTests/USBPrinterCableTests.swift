import Devices
import Linux
import Seeds
import Testing

extension USBPrinterTests {
    @Suite("Coming and going")
    struct CableTests {
        private let bench: PrinterBench

        /// Two hundred places in a job, the same in every run: the seed is 2026.
        static let randomPlaces: [Int] = {
            var random = SeededGenerator(seed: 2026)
            return (0..<200).map { _ in Int.random(in: 0..<40_000, using: &random) }
        }()

        init() throws {
            bench = try PrinterBench()
        }

        @Test("usblp is detached for the claim and asked back when the driver goes")
        func kernelDriver() throws {
            let desk = try USBRequestDesk(MockPrinter())
            try #require(PrinterCable(bench.testbed).plugIn(desk))
            do {
                let driver = try USBPrinter(.first)
                #expect(driver.refresh() == .ready)
                #expect(desk.withPrinter(\.interfaceStory) == ["detach usblp 0", "claim 0"])
                #expect(driver.refresh() == .ready)
                #expect(desk.withPrinter(\.interfaceStory) == ["detach usblp 0", "claim 0"])
            }
            #expect(
                desk.withPrinter(\.interfaceStory)
                    == ["detach usblp 0", "claim 0", "release 0", "attach 0"])
            #expect(desk.withPrinter(\.kernelDriver) == "usblp")
        }

        @Test("usblp that a killed run left detached is asked back by the next one")
        func kernelDriverLost() throws {
            var printer = MockPrinter()
            printer.kernelDriver = nil
            let desk = try USBRequestDesk(printer)
            try #require(PrinterCable(bench.testbed).plugIn(desk))
            do {
                let driver = try USBPrinter(.first)
                #expect(driver.refresh() == .ready)
            }
            #expect(desk.withPrinter(\.kernelDriver) == "usblp")
        }

        @Test(
            "the cable pulled after any byte is a fault with exactly that count",
            arguments: [0, 1, 63, 64, 16383, 16384, 16385, 32768, 39999] + randomPlaces)
        func pulledAfter(count: Int) throws {
            var printer = MockPrinter()
            printer.pulledAfter = count
            let (desk, cable, driver) = try bench.plugged(printer)
            #expect(driver.refresh() == .ready)
            let hand = try cable.pull(with: desk)
            let fault = #expect(throws: PrinterFault.self) {
                try driver.send(bench.job(40000), until: bench.stop) { _ in }
            }
            #expect(fault?.bytesTaken == count)
            #expect(fault?.reason.contains("was unplugged or switched off") == true)
            #expect(desk.withPrinter(\.paper) == Array(bench.job(40000).prefix(count)))
            hand.join()
            #expect(bench.hasPresenceNews(driver))
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
            let (desk, cable, driver) = try bench.plugged(printer)
            #expect(driver.refresh() == .ready)
            let hand = try cable.pull(with: desk)
            defer { hand.join() }
            let fault = #expect(throws: PrinterFault.self) {
                try driver.send(bench.job(40000), until: bench.stop) { _ in }
            }
            #expect(fault?.bytesTaken == 20000)
            #expect(fault?.reason.contains("was unplugged or switched off") == true)
        }

        @Test("plugged in again, it is found by itself and prints")
        func replugged() throws {
            var first = MockPrinter()
            first.pulledAfter = 100
            let (lost, cable, driver) = try bench.plugged(first)
            #expect(driver.refresh() == .ready)
            let hand = try cable.pull(with: lost)
            _ = #expect(throws: PrinterFault.self) {
                try driver.send(bench.job(500), until: bench.stop) { _ in }
            }
            hand.join()
            #expect(driver.refresh() != .ready)
            let desk = try USBRequestDesk(MockPrinter())
            try #require(cable.plugIn(desk))
            #expect(bench.hasPresenceNews(driver))
            #expect(driver.refresh() == .ready)
            try driver.send(bench.job(500), until: bench.stop) { _ in }
            #expect(desk.withPrinter(\.paper) == bench.job(500))
        }

        @Test("pulled and put back between two looks is a new printer, not the dead handle")
        func repluggedUnseen() throws {
            let (_, cable, driver) = try bench.plugged()
            #expect(driver.refresh() == .ready)
            cable.pull()
            let desk = try USBRequestDesk(MockPrinter())
            try #require(cable.plugIn(desk))
            #expect(driver.refresh() == .ready)
            try driver.send(bench.job(10), until: bench.stop) { _ in }
            #expect(desk.withPrinter(\.paper) == bench.job(10))
        }

        @Test("a printer that another program holds is named with that reason, and taken when free")
        func held() throws {
            var printer = MockPrinter()
            printer.kernelDriver = nil
            printer.isHeldByAnother = true
            let (desk, _, driver) = try bench.plugged(printer)
            guard case .absent(let reason) = driver.refresh() else {
                Issue.record("a held printer is not ready")
                return
            }
            #expect(reason.contains("is held by another program"))
            desk.withPrinter { $0.isHeldByAnother = false }
            #expect(driver.refresh() == .ready)
        }
    }
}
