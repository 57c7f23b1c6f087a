import Linux
import Synchronization
package import SystemPackage

/// The file of a database's write-ahead log, to wait for the disk without the connection that writes.
///
/// It is opened by the first wait and stays open. SQLite locks the database's file and its index,
/// never the log: to open and close it here takes no lock away (sqlite.org/lockingv3.html,
/// sqlite.org/walformat.html).
package final class LogFile: Sendable {
    private let path: String
    private let file = Mutex<OpenDescriptor?>(nil)

    /// The log of the database in this file; nothing is opened yet.
    package init(of database: String) {
        path = database + "-wal"
    }

    /// Waits until the disk has all of it.
    package func sync() throws(Errno) {
        try file.withLock { file throws(Errno) in
            if file == nil { file = try OpenDescriptor(path: path, .readOnly) }
            try file?.syncData()
        }
    }
}
