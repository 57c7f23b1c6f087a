import Glibc
import Linux
import Scanning
import Serial
import SystemPackage
import Testing

@Suite("Lines of serial scanners")
struct SerialDeviceTests {
    private func read(_ device: inout SerialDevice, _ count: Int) throws -> [UInt8?] {
        var found: [UInt8?] = []
        while found.count < count {
            Line.wait(for: device.descriptor)
            let before = found.count
            try device.read { found += $0 }
            try #require(found.count > before, "nothing came after \(before) bytes")
        }
        return found
    }

    @Test("every byte arrives as it was sent, control characters and 0xFF included")
    func raw() throws {
        let line = try Line()
        var device = try SerialDevice.open(node: line.node, line: .usual)
        // Ctrl-C, Ctrl-D, Ctrl-S, CR, LF, DEL: a terminal in any other mode would act on them.
        let sent = [UInt8](0...255)
        try line.send(sent)
        #expect(try read(&device, sent.count) == sent.map(Optional.some))
    }

    @Test("reading without anything to read returns at once")
    func nothing() throws {
        let line = try Line()
        var device = try SerialDevice.open(node: line.node, line: .usual)
        try device.read { _ in Issue.record("something came out of nothing") }
    }

    @Test("what was sent before the cable is pulled is read, then the line is gone")
    func unplugged() throws {
        let line = try Line()
        var device = try SerialDevice.open(node: line.node, line: .usual)
        try line.send(Array("42\r".utf8))
        #expect(try read(&device, 3) == Array("42\r".utf8).map(Optional.some))
        line.unplug()
        Line.wait(for: device.descriptor)
        let error = #expect(throws: SerialError.self) { try device.read { _ in } }
        #expect(error?.isGone == true)
    }

    @Test("a line that another program has locked is refused, and free again after it")
    func taken() throws {
        let line = try Line()
        do {
            let first = try SerialDevice.open(node: line.node, line: .usual)
            let error = #expect(throws: SerialError.self) {
                _ = try SerialDevice.open(node: line.node, line: .usual)
            }
            #expect(error?.isTaken == true && error?.isGone == false)
            #expect(first.descriptor.rawValue >= 0)
        }
        _ = try SerialDevice.open(node: line.node, line: .usual)
    }

    @Test("the line's mode is put back")
    func restored() throws {
        let line = try Line()
        let keeper = try OpenDescriptor(
            path: line.node, .readWrite, options: .init(rawValue: O_NOCTTY))
        let before = flags(keeper.raw)
        do {
            let device = try SerialDevice.open(node: line.node, line: .usual)
            #expect(flags(keeper.raw) != before && device.descriptor.rawValue >= 0)
        }
        #expect(flags(keeper.raw) == before)
    }

    @Test("speed and stop bits are set; what the driver does not do is refused")
    func framing() throws {
        let line = try Line()
        let wanted = try #require(SerialLine("115200 8N2"))
        let device = try SerialDevice.open(node: line.node, line: wanted)
        var mode = termios()
        #expect(unsafe tcgetattr(device.descriptor.rawValue, &mode) == 0)
        #expect(unsafe cfgetispeed(&mode) == speed_t(B115200))
        #expect(mode.c_cflag & tcflag_t(CSTOPB) != 0)
        let other = try Line()
        // A pseudo-terminal has no parity.
        let error = #expect(throws: SerialError.self) {
            _ = try SerialDevice.open(node: other.node, line: try #require(SerialLine("9600 7E1")))
        }
        #expect(error?.request == .configure)
    }

    @Test("a node that is not there is gone; a file is no line")
    func others() {
        let missing = #expect(throws: SerialError.self) {
            _ = try SerialDevice.open(node: "/dev/ttyACM99", line: .usual)
        }
        #expect(missing?.isGone == true)
        let file = #expect(throws: SerialError.self) {
            _ = try SerialDevice.open(node: "/dev/null", line: .usual)
        }
        #expect(file?.isGone == false)
    }

    private func flags(_ descriptor: FileDescriptor) -> [UInt32] {
        var mode = termios()
        _ = unsafe tcgetattr(descriptor.rawValue, &mode)
        return [mode.c_iflag, mode.c_lflag, mode.c_cflag]
    }
}
