import LineMode
package import Scanning
package import Spooler

/// What arrives in the till's inbox.
package enum TillEvent: Sendable {
    /// A line that a person typed or a script holds.
    case line(String)
    /// News of a scanner; a scan among them is never a command.
    case scanner(ScannerEvent)
    /// News of the printer.
    case printer(PrinterNews)
    /// The input has ended, or the machine wants the till to end.
    case ending

    /// Whether it can change nothing but the open bill: no money, number, stock or print job.
    var touchesOpenBillOnly: Bool {
        switch self {
        case .scanner: true
        case .line(let text): Command.touchesOpenBillOnly(text)
        case .printer, .ending: false
        }
    }

    /// Whether it came from the printer: such news is true whether it could be written or not.
    var isPrinterNews: Bool {
        switch self {
        case .printer: true
        case .line, .scanner, .ending: false
        }
    }
}
