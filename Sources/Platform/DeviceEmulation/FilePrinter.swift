package import Devices
package import Linux
import SystemPackage

/// A printer that is a file: each job's bytes are appended to it (`file:PATH`).
///
/// The file is opened for each job and closed after it, so that it may be moved away or emptied
/// in between. It is not synced: paper in a file is for looking at, not for keeping.
package final class FilePrinter: PrinterDriver {
    private let path: String

    /// Makes a printer of this file; it is made when it is first looked for.
    package init(path: String) {
        self.path = path
    }

    /// What a person calls it.
    package var name: String { "file \(path)" }

    /// A file says nothing.
    package var isTwoWay: Bool { false }

    /// A file gives no news.
    package var sources: [PrinterSource] { [] }

    /// A file says nothing.
    package func hear() -> [UInt8] { [] }

    /// A file takes every question, and answers none.
    package func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool { true }

    /// Ready when the file can be appended to; makes it if it is not there.
    package func refresh() -> PrinterPresence {
        do throws(Errno) {
            _ = try size(of: try open())
            return .ready
        } catch {
            return .absent(reason: sentence(error))
        }
    }

    /// Appends the job; a full disk or a vanished folder is a fault that counts what got there.
    package func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        var taken = 0
        do throws(Errno) {
            try append(bytes, countingIn: &taken)
        } catch {
            throw PrinterFault(bytesTaken: taken, reason: sentence(error))
        }
    }

    private func append(_ bytes: [UInt8], countingIn taken: inout Int) throws(Errno) {
        let file = try open()
        let before = try size(of: file)
        do throws(Errno) {
            try file.writeAll(bytes)
            taken = bytes.count
        } catch {
            taken = self.taken(by: file, since: before)
            throw error
        }
    }

    private func open() throws(Errno) -> OpenDescriptor {
        // Without nonBlocking a pipe that nobody reads would hold the printer's thread.
        try OpenDescriptor(
            path: path, .writeOnly, options: [.append, .create, .nonBlocking],
            permissions: [.ownerReadWrite, .groupReadWrite])
    }

    private func size(of file: borrowing OpenDescriptor) throws(Errno) -> Int64 {
        do {
            return try file.raw.seek(offset: 0, from: .end)
        } catch {
            throw error as? Errno ?? .ioError
        }
    }

    private func taken(by file: borrowing OpenDescriptor, since before: Int64) -> Int {
        do throws(Errno) {
            return Int(try size(of: file) - before)
        } catch {
            // Not known: one byte is enough to have the next copy marked.
            return 1
        }
    }

    private func sentence(_ error: Errno) -> String {
        switch error {
        case .noSuchFileOrDirectory:
            "The folder of \(path) does not exist. Make it, or choose another file."
        case .permissionDenied, .readOnlyFileSystem:
            "\(path) may not be written to. Give this user the right, or choose another file."
        case .noSpace, .diskQuotaExceeded:
            "There is no room for the receipt in \(path). Make some room on its disk."
        case .illegalSeek, .noSuchAddressOrDevice:
            "\(path) is no ordinary file, and file: needs one. Choose another file."
        case .isDirectory: "\(path) is a folder. Name a file in it."
        default: "\(path) cannot be written to: \(error)."
        }
    }
}
