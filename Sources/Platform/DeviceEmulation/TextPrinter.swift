package import Devices
package import Linux

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

    /// A drawing says nothing.
    package var isTwoWay: Bool { false }

    /// A drawing gives no news.
    package var sources: [PrinterSource] { [] }

    /// A drawing says nothing.
    package func hear() -> [UInt8] { [] }

    /// A drawing takes every question, and answers none.
    package func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool { true }

    /// Always ready.
    package func refresh() -> PrinterPresence { .ready }

    /// Hands the job's lines over; never fails.
    package func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        show(lines.map { String(decoding: $0, as: UTF8.self) })
    }
}
