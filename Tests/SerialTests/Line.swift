import Glibc
import Linux
import SystemPackage

/// A line with a person at its other end: a pair of the kernel's pseudo-terminals (pty(7)).
final class Line {
    private var master: OpenDescriptor?
    let node: String

    // ioctl_tty(2): macros with sizes in them, which Swift does not import.
    private static let setLock: UInt = 0x4004_5431  // TIOCSPTLCK
    private static let getNumber: UInt = 0x8004_5430  // TIOCGPTN

    init() throws(Errno) {
        let master = try OpenDescriptor(
            path: "/dev/ptmx", .readWrite, options: .init(rawValue: O_NOCTTY))
        let raw = master.raw.rawValue
        self.master = consume master
        var (locked, number): (Int32, Int32) = (0, 0)
        guard unsafe ioctl(raw, Self.setLock, &locked) == 0,
            unsafe ioctl(raw, Self.getNumber, &number) == 0
        else { throw Errno(rawValue: Glibc.errno) }
        node = "/dev/pts/\(number)"
    }

    /// Sends bytes down the line.
    func send(_ bytes: [UInt8]) throws(Errno) {
        try master?.writeAll(bytes)
    }

    /// Pulls the cable.
    func unplug() {
        master = nil
    }

    /// Waits until the other end has something to read or has been hung up.
    static func wait(for descriptor: FileDescriptor) {
        var entry = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&entry, 1, 10_000)
    }
}
