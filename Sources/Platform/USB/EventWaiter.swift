import CLibUSB
import Glibc
import Linux
import SystemPackage

/// Waits for libusb's descriptors together with a stop flag, and lets libusb do what is due.
struct EventWaiter {
    enum News {
        /// libusb did what was due, or the time is over; the transfer may have ended.
        case events
        /// The stop flag is up.
        case stop
        /// libusb cannot handle its events.
        case failed(USBError)
    }

    private let context: USBContext
    private let stop: EventFlag?

    init(_ context: USBContext, stop: EventFlag?) {
        self.context = context
        self.stop = stop
    }

    /// Waits (negative: without limit) and handles libusb's events.
    func wait(milliseconds: Int32) -> News {
        var watched = descriptors()
        // The flag stands first, so that a busy device cannot hide it.
        watched.insert(
            pollfd(fd: stop?.raw.rawValue ?? -1, events: Int16(POLLIN), revents: 0), at: 0)
        let count = unsafe poll(&watched, nfds_t(watched.count), milliseconds)
        guard count >= 0 || Glibc.errno == EINTR else { return .failed(.inputOutput) }
        let stopped = watched[0].revents != 0
        if let error = handleEvents() { return .failed(error) }
        return stopped ? .stop : .events
    }

    /// Lets libusb do what is due now; never waits.
    ///
    /// Its failure shows in the transfers, which then end.
    func handle() {
        _ = handleEvents()
    }

    /// libusb's descriptors, and for which of them room is waited for.
    var sources: [(descriptor: Int32, isForRoom: Bool)] {
        descriptors().map { ($0.fd, $0.events & Int16(POLLOUT) != 0) }
    }

    private func descriptors() -> [pollfd] {
        guard let list = unsafe libusb_get_pollfds(context.pointer) else { return [] }
        defer { unsafe libusb_free_pollfds(list) }
        var found: [pollfd] = []
        var index = 0
        while let entry = unsafe list[index] {
            unsafe found.append(
                pollfd(fd: entry.pointee.fd, events: entry.pointee.events, revents: 0))
            index += 1
        }
        return found
    }

    private func handleEvents() -> USBError? {
        var now = timeval()
        let code = unsafe libusb_handle_events_timeout_completed(context.pointer, &now, nil)
        let error = USBError(rawValue: code)
        return code == 0 || error == .interrupted ? nil : error
    }
}
