import Linux
import Synchronization
import SystemPackage
import Till

/// What the system is told of a till that it has started: ready, alive, how it is, ending.
final class ServiceReport: Sendable {
    private let manager: ServiceManager
    private let isReady = Mutex(false)

    /// Reports to whoever has started the process; nil where nobody wants to hear.
    init?() {
        guard let manager = ServiceManager() else { return nil }
        self.manager = manager
    }

    /// Who watches the till's loop, if somebody does.
    var pulse: TillHands.Pulse? {
        manager.pulseMilliseconds.map { milliseconds in
            TillHands.Pulse(milliseconds: milliseconds) { [manager] in
                // A manager that does not hear starts the till anew: there is no other to tell.
                try? manager.pulse()
            }
        }
    }

    /// Tells how the till is; the first time, that it serves.
    func look(_ view: TillView, _ earlier: TillView?) {
        guard view.status != earlier?.status else { return }
        do throws(Errno) {
            if isReady.withLock({ $0 }) {
                try manager.status(view.status)
            } else {
                try manager.ready(view.status)
                isReady.withLock { $0 = true }
            }
        } catch {
            StandardError.say("The service manager cannot be told how the till is: \(error).")
        }
    }

    /// Tells that the till ends.
    func stopping() {
        // It sees the end of the process as well.
        try? manager.stopping()
    }
}
