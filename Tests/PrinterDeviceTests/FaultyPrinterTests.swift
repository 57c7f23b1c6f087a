import DeviceEmulation
import Devices
import Linux
import Testing

@Suite("A printer whose troubles are arranged", .timeLimit(.minutes(1)))
struct FaultyPrinterTests {
    private let stop: EventFlag
    private let printer: FaultyPrinter

    init() throws {
        stop = try EventFlag()
        printer = try FaultyPrinter()
    }

    /// Sends on a thread of its own; the answer comes when the job is over.
    private func send(_ bytes: [UInt8]) throws -> Worker {
        let (printer, stop) = (printer, stop)
        return try Worker(name: "job") {
            do throws(PrinterFault) {
                try printer.send(bytes, until: stop) { _ in }
            } catch {
                // What happened is read from the printer's own report.
            }
        }
    }

    @Test("unplugged after an exact byte: that many are on paper, and the next look finds nothing")
    func unplugged() throws {
        #expect(printer.refresh() == .ready)
        printer.arrange(.unplugged, afterBytes: 3)
        let fault = #expect(throws: PrinterFault.self) {
            try printer.send([1, 2, 3, 4, 5], until: stop) { _ in }
        }
        #expect(fault?.bytesTaken == 3)
        #expect(printer.papers == [[1, 2, 3]])
        #expect(printer.refresh() != .ready)
        printer.plugIn()
        #expect(printer.refresh() == .ready)
        try printer.send([1, 2], until: stop) { _ in }
        #expect(printer.papers == [[1, 2, 3], [1, 2]])
    }

    @Test("a job of exactly the arranged length still meets its trouble; a shorter one leaves it")
    func length() throws {
        printer.arrange(.unplugged, afterBytes: 2)
        try printer.send([1], until: stop) { _ in }
        let fault = #expect(throws: PrinterFault.self) {
            try printer.send([1, 2], until: stop) { _ in }
        }
        #expect(fault?.bytesTaken == 2)
    }

    @Test("blocked until told: the wait is reported, and the job goes on where it was")
    func blocked() async throws {
        printer.arrange(.blocked(.paperOut), afterBytes: 2)
        let job = try send([1, 2, 3])
        var story: [FaultyPrinter.Happening] = []
        for await happening in printer.happenings {
            story.append(happening)
            if happening == .waits(.paperOut) {
                #expect(printer.papers == [[1, 2]])
                printer.unblock()
            }
            if happening == .finished { break }
        }
        job.join()
        #expect(story == [.began(3), .waits(.paperOut), .waits(.moving), .finished])
        #expect(printer.papers == [[1, 2, 3]])
    }

    @Test(
        "a blocked job can be stopped, and a blocked printer unplugged",
        arguments: [true, false])
    func ended(byStop: Bool) async throws {
        printer.block(.notAccepting)
        let job = try send([1, 2, 3])
        for await happening in printer.happenings {
            if happening == .waits(.notAccepting) {
                if byStop { stop.raise() } else { printer.unplug() }
            }
            if case .failed(let fault) = happening {
                #expect(fault.bytesTaken == 0)
                break
            }
        }
        job.join()
        #expect((printer.refresh() == .ready) == byStop)
    }

    @Test("coming and going is shown by its descriptor until the next look")
    func changes() throws {
        var poller = try Poller()
        let presence = try #require(printer.sources.first { $0.news == .presence })
        try poller.add(presence.descriptor)
        #expect(try poller.wait(milliseconds: 0) { _ in } == 0)
        printer.unplug()
        #expect(try poller.wait(milliseconds: 0) { _ in } == 1)
        #expect(printer.refresh() != .ready)
        #expect(try poller.wait(milliseconds: 0) { _ in } == 0)
        printer.plugIn()
        #expect(try poller.wait(milliseconds: 0) { _ in } == 1)
    }
}
