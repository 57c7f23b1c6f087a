import Devices
import Foundation
import Linux
import Testing

extension USBPrinterTests {
    @Suite("A job on its way")
    struct JobTests {
        private let bench: PrinterBench

        init() throws {
            bench = try PrinterBench()
        }

        @Test("a job arrives whole, in transfers of 16 KiB, none of them empty")
        func wholeJob() throws {
            let (desk, _, driver) = try bench.plugged()
            #expect(driver.refresh() == .ready)
            #expect(driver.name == "USB printer ACME R1 on port 1-1")
            try driver.send(bench.job(40000), until: bench.stop) { _ in
                Issue.record("nothing to wait for")
            }
            #expect(desk.withPrinter(\.paper) == bench.job(40000))
            #expect(desk.withPrinter(\.transferSizes) == [16384, 16384, 7232])
            try driver.send([], until: bench.stop) { _ in }
            #expect(desk.withPrinter(\.transferSizes.count) == 3)
        }

        @Test("out of paper in the middle is said once, and the job goes on where it was")
        func paperOut() throws {
            var printer = MockPrinter()
            printer.room = 20000
            printer.portStatus = 0x38
            let (desk, _, driver) = try bench.plugged(printer)
            #expect(driver.refresh() == .ready)
            var said: [PrinterWait] = []
            try driver.send(bench.job(40000), until: bench.stop) { report in
                guard case .wait(let wait) = report else { return }
                said.append(wait)
                guard wait == .paperOut else { return }
                desk.withPrinter {
                    $0.portStatus = 0x18
                    $0.room = .max
                }
            }
            #expect(said == [.paperOut, .moving])
            #expect(desk.withPrinter(\.paper) == bench.job(40000))
            // The device ID when it was opened, then the port's status, once.
            #expect(desk.withPrinter(\.questions) == [0, 1])
        }

        @Test("a printer that takes nothing and does not know the question is asked once")
        func silent() throws {
            var printer = MockPrinter()
            printer.room = 0
            printer.portStatus = nil
            let (desk, _, driver) = try bench.plugged(printer)
            #expect(driver.refresh() == .ready)
            var said: [PrinterWait] = []
            try driver.send(bench.job(100), until: bench.stop) { report in
                guard case .wait(let wait) = report else { return }
                said.append(wait)
                if wait == .notAccepting { desk.withPrinter { $0.room = .max } }
            }
            #expect(said == [.notAccepting, .moving])
            // The device ID when it was opened, then the port's status, once.
            #expect(desk.withPrinter(\.questions) == [0, 1])
            #expect(desk.withPrinter(\.paper) == bench.job(100))
        }

        @Test("stopping a blocked job ends it with the exact count, and the printer stays usable")
        func stopped() throws {
            var printer = MockPrinter()
            printer.room = 17000
            printer.portStatus = 0x38
            let (desk, _, driver) = try bench.plugged(printer)
            #expect(driver.refresh() == .ready)
            var said: [PrinterWait] = []
            let fault = #expect(throws: PrinterFault.self) {
                try driver.send(bench.job(40000), until: bench.stop) { report in
                    guard case .wait(let wait) = report else { return }
                    said.append(wait)
                    bench.stop.raise()
                }
            }
            #expect(said == [.paperOut])
            #expect(fault?.bytesTaken == 17000)
            bench.stop.lower()
            desk.withPrinter { $0.room = .max }
            try driver.send(bench.job(5), until: bench.stop) { _ in }
            #expect(
                desk.withPrinter(\.paper) == Array(bench.job(40000).prefix(17000)) + bench.job(5))
        }

        @Test("a stall is cleared and the job goes on behind the bytes that were taken")
        func stalled() throws {
            var printer = MockPrinter()
            printer.stallsAfter = 1000
            let (desk, _, driver) = try bench.plugged(printer)
            #expect(driver.refresh() == .ready)
            try driver.send(bench.job(3000), until: bench.stop) { _ in }
            #expect(desk.withPrinter(\.paper) == bench.job(3000))
            #expect(desk.withPrinter(\.clearedHalts) == 1)
        }

        @Test("libusb starts no thread of its own, so that nothing wakes up between two jobs")
        func threads() throws {
            let (_, _, driver) = try bench.plugged()
            #expect(driver.refresh() == .ready)
            let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
            let names = tasks.compactMap { task in
                // A thread may end between the list and the look.
                try? String(contentsOfFile: "/proc/self/task/\(task)/comm", encoding: .utf8)
            }
            #expect(!names.isEmpty)
            #expect(!names.contains { $0.contains("usb") }, "\(names)")
        }
    }
}
