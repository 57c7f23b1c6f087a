import CLinux
import Glibc
package import SystemPackage

/// A flag that one thread raises and another waits for together with its devices (eventfd).
///
/// Raising it twice before it is lowered is raising it once.
package final class EventFlag: Sendable {
    private let descriptor: OpenDescriptor

    /// Makes a lowered flag; throws when the process is out of descriptors.
    package init() throws(Errno) {
        let raw = galla_eventfd()
        guard raw >= 0 else { throw Errno(rawValue: Glibc.errno) }
        descriptor = OpenDescriptor(adopting: FileDescriptor(rawValue: raw))
    }

    /// The descriptor to poll, readable while the flag is up; it stays this flag's own.
    package var raw: FileDescriptor { descriptor.raw }

    /// Raises the flag.
    ///
    /// It cannot fail but by overflow, which is a raised flag as well.
    package func raise() {
        _ = galla_eventfd_raise(descriptor.raw.rawValue)
    }

    /// Lowers the flag and tells whether it was up.
    @discardableResult
    package func lower() -> Bool {
        galla_eventfd_lower(descriptor.raw.rawValue) == 0
    }

    /// Whether the flag is up now, without lowering it.
    package var isRaised: Bool {
        wait(milliseconds: 0)
    }

    /// Waits until the flag is up or the time is over (negative: no limit); tells which.
    @discardableResult
    package func wait(milliseconds: Int32 = -1) -> Bool {
        var entry = pollfd(fd: descriptor.raw.rawValue, events: Int16(POLLIN), revents: 0)
        var ready: Int32
        repeat {
            ready = unsafe poll(&entry, 1, milliseconds)
        } while ready < 0 && Glibc.errno == EINTR
        return ready > 0
    }
}
