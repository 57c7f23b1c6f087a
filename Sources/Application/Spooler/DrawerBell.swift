import Linux
import Synchronization
import SystemPackage

/// Where the drawer is asked for; heard between jobs, and while one waits.
///
/// A drawer is opened now or not at all: a request that the printer's thread cannot serve in time
/// is refused, and never stands behind a receipt that waits for paper.
final class DrawerBell: Sendable {
    private let requests = Mutex<[Deadline]>([])
    private let flag: EventFlag

    /// So long somebody stands before a drawer and waits for it to open.
    private static let patienceMilliseconds: Int32 = 10_000

    init() throws(Errno) {
        flag = try EventFlag()
    }

    /// What to wait for.
    var raw: FileDescriptor { flag.raw }

    func ring() {
        requests.withLock { $0.append(Deadline(milliseconds: Self.patienceMilliseconds)) }
        flag.raise()
    }

    /// The requests since the last call, each with the moment after which it is too late.
    func take() -> [Deadline] {
        flag.lower()
        return requests.withLock { requests in
            defer { requests = [] }
            return requests
        }
    }
}
