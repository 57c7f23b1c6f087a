import Devices
import Glibc
import Linux
import Synchronization
import SystemPackage
import Testing

/// A port on this machine stands for the printer's: it takes connections and does nothing by itself.
@Suite("A printer in the network", .timeLimit(.minutes(1)))
struct NetworkPrinterTests {
    private let stop: EventFlag

    init() throws {
        stop = try EventFlag()
    }

    @Test("bytes arrive whole and in order, and the printer's words are heard")
    func conversation() throws {
        let listener = try ListeningPort()
        let driver = try NetworkPrinter(host: "127.0.0.1", port: listener.number)
        #expect(driver.sources.isEmpty && driver.restMilliseconds > 0)
        #expect(driver.refresh() == .ready)
        let printer = try listener.accept()
        let job = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        let reader = try PaperReader(printer.raw, until: job.count)
        try driver.send(job, until: stop) { _ in }
        #expect(reader.wait() == job)
        #expect(try driver.ask([0x10, 0x04, 1], within: 1_000, until: stop))
        #expect(try printer.read(atMost: 16) == [0x10, 0x04, 1])
        try printer.writeAll([0x12])
        #expect(driver.sources.count == 1)
        var set = PollSet()
        set.add(try #require(driver.sources.first).descriptor)
        #expect(try set.wait(milliseconds: 5_000)[0].hasInput)
        #expect(driver.hear() == [0x12])
        #expect(driver.hear() == [])
    }

    @Test("a printer that hangs up is away, and is connected to again when it is looked for")
    func hangUp() throws {
        let listener = try ListeningPort()
        let driver = try NetworkPrinter(host: "127.0.0.1", port: listener.number)
        #expect(driver.refresh() == .ready)
        do { _ = try listener.accept() }
        var set = PollSet()
        set.add(try #require(driver.sources.first).descriptor)
        #expect(try set.wait(milliseconds: 5_000)[0].isAny)
        #expect(driver.hear() == [])
        #expect(driver.sources.isEmpty)
        #expect(driver.refresh() == .ready)
        #expect(driver.openings == 2)
    }

    @Test("a job into a connection that broke says what it had handed over")
    func broken() throws {
        let listener = try ListeningPort()
        let driver = try NetworkPrinter(host: "127.0.0.1", port: listener.number)
        #expect(driver.refresh() == .ready)
        do { _ = try listener.accept() }
        let fault = #expect(throws: PrinterFault.self) {
            try driver.send(
                [UInt8](repeating: 0x41, count: 32 << 20), until: stop
            ) { _ in }
        }
        #expect(fault?.reason.contains("broke") == true)
        #expect(fault?.isPrinters == true)
    }

    @Test("a printer that takes nothing holds a job until it is stopped, with what it has")
    func standsStill() throws {
        let listener = try ListeningPort()
        let driver = try NetworkPrinter(host: "127.0.0.1", port: listener.number)
        #expect(driver.refresh() == .ready)
        let printer = try listener.accept()
        defer { _ = printer.raw }
        let fault = #expect(throws: PrinterFault.self) {
            try driver.send([UInt8](repeating: 0x41, count: 64 << 20), until: stop) { report in
                if report == .wait(.notAccepting) { stop.raise() }
            }
        }
        #expect(fault?.reason == "The job was stopped here.")
        #expect(fault.map { $0.bytesTaken > 0 && $0.bytesTaken < 64 << 20 } == true)
    }

    @Test("nobody there is said with what to do")
    func refused() throws {
        let number = try ListeningPort().number
        let driver = try NetworkPrinter(host: "127.0.0.1", port: number)
        guard case .absent(let reason) = driver.refresh() else {
            Issue.record("a closed port is no printer")
            return
        }
        #expect(reason.contains("refuses the connection"))
    }
}

/// A port of this machine that takes connections; closed with its owner.
private struct ListeningPort: ~Copyable {
    let number: UInt16
    private let descriptor: OpenDescriptor

    init() throws {
        let raw = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        descriptor = OpenDescriptor(adopting: FileDescriptor(rawValue: raw))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe bind(raw, pointer, size) | listen(raw, 8)
                    | getsockname(raw, pointer, &size)
            }
        }
        try #require(code == 0)
        number = UInt16(bigEndian: address.sin_port)
    }

    borrowing func accept() throws -> OpenDescriptor {
        let raw = Glibc.accept(descriptor.raw.rawValue, nil, nil)
        try #require(raw >= 0)
        return OpenDescriptor(adopting: FileDescriptor(rawValue: raw))
    }
}

/// Reads a number of bytes on a thread of its own.
private final class PaperReader: Sendable {
    private let paper: Paper
    private let thread: Worker

    private final class Paper: Sendable {
        let bytes = Mutex<[UInt8]>([])

        func read(_ descriptor: FileDescriptor, _ count: Int) {
            var room = [UInt8](repeating: 0, count: 65_536)
            while bytes.withLock({ $0.count < count }) {
                let read = unsafe Glibc.read(descriptor.rawValue, &room, room.count)
                guard read > 0 else { return }
                bytes.withLock { $0 += room.prefix(read) }
            }
        }
    }

    init(_ descriptor: FileDescriptor, until count: Int) throws {
        let paper = Paper()
        self.paper = paper
        thread = try Worker(name: "paper") { paper.read(descriptor, count) }
    }

    func wait() -> [UInt8] {
        thread.join()
        return paper.bytes.withLock { $0 }
    }
}
