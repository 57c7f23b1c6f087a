import CLinuxTTY
import Glibc
import Linux
package import Scanning
package import SystemPackage

/// An open serial line (`/dev/ttyACM0`) that nobody else uses; letting it go puts it back.
///
/// Every byte arrives as the device sent it. Reading never waits. Not for two threads at once.
@safe
package struct SerialDevice: ~Copyable {
    private let file: OpenDescriptor
    private let node: String
    /// The line's mode before us.
    private let before: termios
    private var marking = MarkedBytes()

    /// Opens a line for us alone and sets its speed and framing.
    ///
    /// `TIOCEXCL` keeps others from opening it and flock(2) those who had it open already, if they
    /// lock as terminal programs do; root is kept out by neither.
    package static func open(node: String, line: SerialLine) throws(SerialError) -> SerialDevice {
        let file = try openNode(node)
        guard galla_tty_claim(file.raw.rawValue) == 0 else {
            throw SerialError(.claim, node, Errno(rawValue: Glibc.errno))
        }
        var before = termios()
        guard unsafe tcgetattr(file.raw.rawValue, &before) == 0 else {
            throw SerialError(.configure, node, Errno(rawValue: Glibc.errno))
        }
        let device = SerialDevice(file: file, node: node, before: before)
        try device.configure(before, line)
        return device
    }

    private init(file: consuming OpenDescriptor, node: String, before: termios) {
        self.file = file
        self.node = node
        self.before = before
    }

    deinit {
        // The device may be gone, and then there is no mode to put back.
        var mode = before
        _ = unsafe tcsetattr(file.raw.rawValue, TCSANOW, &mode)
        _ = galla_tty_release(file.raw.rawValue)
    }

    /// The descriptor to poll: readable while there are bytes, and when the line is gone.
    ///
    /// It stays the line's own.
    package var descriptor: FileDescriptor { file.raw }

    /// Hands every byte that is waiting to `body`; nil stands for one that arrived damaged.
    ///
    /// Throws when the device is gone; whatever `body` was given before that is complete.
    package mutating func read(_ body: ([UInt8?]) -> Void) throws(SerialError) {
        let room = 4096
        var count = room
        while count == room {
            let bytes = try fetch(room)
            count = bytes.count
            let marked = marking.take(bytes)
            if !marked.isEmpty { body(marked) }
        }
    }

    private static func openNode(_ node: String) throws(SerialError) -> OpenDescriptor {
        // A line must not become the terminal of the process, and opening must not wait for a
        // carrier.
        let options: FileDescriptor.OpenOptions = [
            .nonBlocking, FileDescriptor.OpenOptions(rawValue: O_NOCTTY),
        ]
        do throws(Errno) {
            return try OpenDescriptor(path: node, .readWrite, options: options)
        } catch {
            throw SerialError(.open, node, error)
        }
    }

    private borrowing func fetch(_ room: Int) throws(SerialError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: room)
        let descriptor = file.raw.rawValue
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            var count: Int
            repeat {
                count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            } while count < 0 && Glibc.errno == EINTR
            return count
        }
        // With a smallest count of one the kernel answers zero only for a line that is gone.
        guard count != 0 else { throw SerialError(.read, node, .ioError) }
        guard count < 0 else { return Array(bytes.prefix(count)) }
        let reason = Errno(rawValue: Glibc.errno)
        guard reason == .wouldBlock else { throw SerialError(.read, node, reason) }
        return []
    }

    private borrowing func configure(_ start: termios, _ line: SerialLine) throws(SerialError) {
        var wanted = start
        unsafe galla_tty_make_raw(
            &wanted, line.dataBits == 7 ? 1 : 0, line.parity == .none ? 0 : 1,
            line.parity == .odd ? 1 : 0, line.stopBits == 2 ? 1 : 0)
        var now = termios()
        guard unsafe galla_tty_set_speed(&wanted, line.speed) == 0,
            unsafe tcsetattr(file.raw.rawValue, TCSANOW, &wanted) == 0,
            unsafe tcgetattr(file.raw.rawValue, &now) == 0
        else { throw SerialError(.configure, node, Errno(rawValue: Glibc.errno)) }
        guard unsafe galla_tty_is_mode(&now, &wanted) != 0 else {
            throw SerialError(.configure, node, .invalidArgument)
        }
    }
}
