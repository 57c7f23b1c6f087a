import CLinux
import Glibc
import Synchronization
package import SystemPackage

/// A thread of our own for work that blocks; the cooperative pool is never blocked.
package final class Worker: Sendable {
    private let thread: Mutex<pthread_t?>

    /// Starts a thread; `name` (at most 15 bytes are shown) appears in `top` and the journal.
    ///
    /// Signals stay with the main thread. Throws when the kernel refuses another thread.
    package init(name: String, _ body: @escaping @Sendable () -> Void) throws(Errno) {
        let start = unsafe Unmanaged.passRetained(Start(name: name, body: body))
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, start.toOpaque())
        guard code == 0 else {
            unsafe start.release()
            throw Errno(rawValue: code)
        }
        self.thread = Mutex(thread)
    }

    /// Waits until the thread's work is over; a second call returns at once.
    package func join() {
        let pending = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        if let pending { _ = pthread_join(pending, nil) }
    }

    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }

        func run() {
            unsafe _ = galla_name_thread(name)
            body()
        }
    }
}
