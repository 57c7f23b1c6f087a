import CLinux
import Glibc
package import SystemPackage

/// Waits for any of several descriptors (epoll): no polling, no wake-up without a reason.
@safe
package struct Poller: ~Copyable {
    private let descriptor: OpenDescriptor
    private var ready: [epoll_event]

    /// Makes a poller that watches nothing yet; throws when the process is out of descriptors.
    package init(capacity: Int = 16) throws(Errno) {
        let raw = galla_epoll_create()
        guard raw >= 0 else { throw Errno(rawValue: Glibc.errno) }
        descriptor = OpenDescriptor(adopting: FileDescriptor(rawValue: raw))
        unsafe ready = Array(repeating: epoll_event(), count: capacity)
    }

    /// Watches a descriptor for input, hang-up and errors until it is removed or closed.
    ///
    /// `forOutput` watches for room to write instead, which is how usbfs says that a transfer has
    /// ended (`Documentation/driver-api/usb/usb.rst`).
    package borrowing func add(
        _ watched: FileDescriptor, forOutput: Bool = false
    ) throws(Errno) {
        let code =
            forOutput
            ? galla_epoll_add_output(descriptor.raw.rawValue, watched.rawValue)
            : galla_epoll_add(descriptor.raw.rawValue, watched.rawValue)
        guard code == 0 else {
            throw Errno(rawValue: Glibc.errno)
        }
    }

    /// Stops watching a descriptor; one that is not watched is none the worse for it.
    package borrowing func remove(_ watched: FileDescriptor) {
        _ = galla_epoll_remove(descriptor.raw.rawValue, watched.rawValue)
    }

    /// Waits for news and hands each descriptor that has some to `body`, without allocating.
    ///
    /// `milliseconds` negative waits without limit; returns how many had news (0: time is over).
    @discardableResult
    package mutating func wait(
        milliseconds: Int32 = -1, _ body: (FileDescriptor) -> Void
    ) throws(Errno) -> Int {
        let capacity = unsafe Int32(ready.count)
        let epoll = descriptor.raw.rawValue
        let count = unsafe ready.withUnsafeMutableBufferPointer { buffer in
            var count: Int32
            repeat {
                count = unsafe epoll_wait(epoll, buffer.baseAddress, capacity, milliseconds)
            } while count < 0 && Glibc.errno == EINTR
            return count
        }
        guard count >= 0 else { throw Errno(rawValue: Glibc.errno) }
        for index in 0..<Int(count) {
            body(FileDescriptor(rawValue: unsafe ready[index].data.fd))
        }
        return Int(count)
    }
}
