import LineMode
package import Scanning
package import Spooler

/// What arrives in the till's inbox.
package enum TillEvent: Sendable {
    /// A line that a person typed or a script holds.
    case line(String)
    /// News of a scanner; a scan among them is never a command.
    case scanner(ScannerEvent)
    /// A UPI payment came, as a bank or a sound box reports it.
    case paymentConfirmed(PaymentNews)
    /// News of the printer.
    case printer(PrinterNews)
    /// No more input comes: the till ends when the receipts that can print have printed.
    case inputEnded
    /// The machine wants the till to end: the receipt under way ends first unless it stands still.
    case shutdown

    /// Whether it can change nothing but the open bill: no money, number, stock or print job.
    var touchesOpenBillOnly: Bool {
        switch self {
        case .scanner: true
        case .line(let text): Command.touchesOpenBillOnly(text)
        case .paymentConfirmed, .printer, .inputEnded, .shutdown: false
        }
    }

    /// Whether it came from the printer: such news is true whether it could be written or not.
    var isPrinterNews: Bool {
        switch self {
        case .printer: true
        case .line, .scanner, .paymentConfirmed, .inputEnded, .shutdown: false
        }
    }
}
