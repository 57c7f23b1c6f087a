import Glibc
import Linux
package import SystemPackage

/// A terminal without a screen: the test types on one side, the program reads on the other.
package final class PseudoTerminal {
    private var master: OpenDescriptor?
    private let slave: OpenDescriptor
    private var model: ScreenModel

    // ioctl_tty(2): macros with sizes in them, which Swift does not import.
    private static let setLock: UInt = 0x4004_5431  // TIOCSPTLCK
    private static let getNumber: UInt = 0x8004_5430  // TIOCGPTN

    /// Opens a pair of the kernel's (pty(7)); throws when there is none left.
    package init(columns: Int = 80) throws(Errno) {
        let master = try OpenDescriptor(
            path: "/dev/ptmx", .readWrite, options: .init(rawValue: O_NOCTTY))
        let raw = master.raw.rawValue
        self.master = consume master
        var (locked, number): (Int32, Int32) = (0, 0)
        guard unsafe ioctl(raw, Self.setLock, &locked) == 0,
            unsafe ioctl(raw, Self.getNumber, &number) == 0
        else { throw Errno(rawValue: Glibc.errno) }
        slave = try OpenDescriptor(
            path: "/dev/pts/\(number)", .readWrite, options: .init(rawValue: O_NOCTTY))
        model = ScreenModel(columns: columns)
        resize(columns: columns)
    }

    /// The side of the program under test; it stays this terminal's.
    package var program: FileDescriptor { slave.raw }

    /// The lines and the cursor as a person would see them now.
    package var screen: ScreenModel { model }

    /// Gives the window another width; the signal is the test's to send.
    package func resize(columns: Int) {
        var size = winsize(
            ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(slave.raw.rawValue, UInt(TIOCSWINSZ), &size)
        model.columns = columns
    }

    /// Input and local modes of the terminal, for comparing before and after.
    package var modes: [UInt32] {
        var settings = termios()
        _ = unsafe tcgetattr(slave.raw.rawValue, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_lflag]
    }

    /// Types bytes, whatever they are.
    package func type(_ bytes: [UInt8]) {
        do throws(Errno) {
            try master?.writeAll(bytes)
        } catch {
            preconditionFailure("The pseudo terminal does not take what is typed: \(error)")
        }
    }

    /// Types text.
    package func type(_ text: String) {
        type(Array(text.utf8))
    }

    /// Closes the window.
    package func hangUp() {
        master = nil
    }

    /// Reads what the program draws until the screen is as wanted; false after thirty seconds.
    package func waits(for isWanted: (ScreenModel) -> Bool) -> Bool {
        while !isWanted(model) {
            guard readMore(milliseconds: 30_000) else { return false }
        }
        return true
    }

    private func readMore(milliseconds: Int32) -> Bool {
        guard let raw = master?.raw.rawValue else { return false }
        var entry = pollfd(fd: raw, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&entry, 1, milliseconds) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = unsafe read(raw, &bytes, bytes.count)
        guard count > 0 else { return false }
        model.take(bytes[..<count])
        return true
    }
}
