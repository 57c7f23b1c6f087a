import Glibc
package import SystemPackage

/// The signals that ask a process to end: SIGTERM, SIGINT and SIGHUP.
package enum TerminationSignals {
    /// Calls `body` for each such signal, on a thread of its own, instead of dying of it.
    ///
    /// To be called before any other thread is started, because threads inherit the mask. From
    /// now on SIGPIPE is ignored: a closed pipe is an error of the write. Throws when the kernel
    /// refuses a thread; the signals then stay blocked.
    package static func watch(_ body: @escaping @Sendable () -> Void) throws(Errno) {
        _ = signal(SIGPIPE, SIG_IGN)
        var mask = set()
        guard unsafe pthread_sigmask(SIG_BLOCK, &mask, nil) == 0 else {
            throw Errno(rawValue: Glibc.errno)
        }
        _ = try Worker(name: "galla-signals") {
            var mask = set()
            var received: Int32 = 0
            while unsafe sigwait(&mask, &received) == 0 { body() }
        }
    }

    private static func set() -> sigset_t {
        var mask = sigset_t()
        unsafe sigemptyset(&mask)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&mask, signal) }
        return mask
    }
}
