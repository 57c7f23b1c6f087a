package import Devices
package import System
package import SystemPackage

/// A printer that is drawn: each job is lines of UTF-8 text, handed to the program (`emulated:`).
package final class TextPrinter: PrinterDriver {
    private let show: ([String]) -> Void

    /// Makes a printer that hands the lines of each job to `show`, on the printer's thread.
    ///
    /// The last line's end may be missing. Bytes that are no UTF-8 arrive as replacement marks.
    package init(show: @escaping ([String]) -> Void) {
        self.show = show
    }

    /// What a person calls it.
    package var name: String { "emulated printer" }

    /// It is always there.
    package var changes: FileDescriptor? { nil }

    /// Always ready.
    package func refresh() -> PrinterPresence { .ready }

    /// Hands the job's lines over; never fails.
    package func send(
        _ bytes: [UInt8], until stop: EventFlag, waiting: (PrinterWait) -> Void
    ) throws(PrinterFault) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        show(lines.map { String(decoding: $0, as: UTF8.self) })
    }
}
