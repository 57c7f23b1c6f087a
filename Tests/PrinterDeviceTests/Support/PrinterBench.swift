import Devices
import Linux
import SystemPackage
import Testing

/// What each test of a printer on a cable starts with.
struct PrinterBench {
    /// The made-up `/sys` and `/dev`.
    let testbed = Testbed()
    /// Stops a job.
    let stop: EventFlag

    init() throws {
        stop = try EventFlag()
    }

    /// Bytes that tell where they belong.
    func job(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }

    /// Plugs a printer in and makes a driver that has not looked for it yet.
    func plugged(
        _ printer: MockPrinter = MockPrinter()
    ) throws -> (USBRequestDesk, PrinterCable, USBPrinter) {
        let desk = try USBRequestDesk(printer)
        let cable = PrinterCable(testbed)
        try #require(cable.plugIn(desk))
        return (desk, cable, try USBPrinter(.first))
    }

    /// Whether a driver has news of coming and going, now or within five seconds.
    func hasPresenceNews(_ driver: USBPrinter) -> Bool {
        driver.sources.first { $0.news == .presence }.map { isReadable($0.descriptor) } ?? false
    }

    /// Whether there is something to read, now or within five seconds.
    func isReadable(_ descriptor: FileDescriptor) -> Bool {
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
