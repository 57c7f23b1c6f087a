package import Kiosk
import LineMode
package import Scanning
package import Spooler

/// What arrives in the till's inbox.
package enum TillEvent: Sendable {
    /// A line that a person typed or a script holds.
    case line(String)
    /// What stands behind the word `phone` in a line that is being typed; nil when nothing does.
    case typing(phone: String?)
    /// A timer that the till has set is over.
    case timer(TillTimer)
    /// News of a scanner; a scan among them is never a command.
    case scanner(ScannerEvent)
    /// A key of a kiosk's keypad.
    case key(KioskKey)
    /// An unattended till begins to serve.
    case begun
    /// A UPI payment came, as a bank or a sound box reports it.
    case paymentConfirmed(PaymentNews)
    /// Another program asks for something.
    case request(TillRequest)
    /// News of the printer.
    case printer(PrinterNews)
    /// The shop's backups were looked at: what is wrong with them, in sentences; nil when nothing is.
    case backups(trouble: String?)
    /// The PIN that was typed was checked.
    case pinChecked(isRight: Bool)
    /// No more input comes: the till ends when the receipts that can print have printed.
    case inputEnded
    /// The machine wants the till to end: the receipt under way ends first unless it stands still.
    case shutdown

    /// Whether it can change nothing but the open bill: no money, number, stock or print job.
    var touchesOpenBillOnly: Bool {
        switch self {
        case .scanner(.scanned(let scan)): !GallaCode.mayBe(scan.payload)
        case .scanner, .typing: true
        case .line(let text):
            !GallaCode.mayBe(Array(text.utf8)) && Command.touchesOpenBillOnly(text)
        case .timer, .key, .begun, .paymentConfirmed, .request, .printer, .backups,
            .pinChecked, .inputEnded, .shutdown:
            false
        }
    }

    /// Whether its answer may show an open bill that has changed.
    var mayShowOpenBill: Bool {
        switch self {
        case .scanner(.scanned), .line, .timer, .key, .begun, .paymentConfirmed, .printer, .backups,
            .pinChecked, .inputEnded, .shutdown:
            true
        case .scanner, .typing, .request: false
        }
    }

    /// Whether it is news of a line that is not entered yet: the books do not learn of it.
    var isTyping: Bool {
        switch self {
        case .typing: true
        case .line, .timer, .scanner, .key, .begun, .paymentConfirmed, .request, .printer, .backups,
            .pinChecked, .inputEnded, .shutdown:
            false
        }
    }

    /// The request that it is, if it is one.
    var request: TillRequest? {
        if case .request(let request) = self { request } else { nil }
    }

    /// Whether it is true whether it could be written or not: what a printer or a PIN's check said.
    var staysTrue: Bool {
        switch self {
        case .printer, .pinChecked: true
        case .line, .typing, .timer, .scanner, .key, .begun, .paymentConfirmed, .request, .backups,
            .inputEnded, .shutdown:
            false
        }
    }
}
