package import Billing
package import Kiosk
import LineMode
package import Printing

/// What stands on the counter: the open bill and the printer, for those who show it elsewhere.
package struct TillView: Hashable, Sendable {
    /// The bill that is being scanned; nil between two.
    package let bill: OpenBill?
    /// What is known of the printer.
    package let printer: KnownPrinter
    /// How many receipts wait for it.
    package let waitingReceipts: Int
    /// How the printer is, in the sentence a person needs.
    package let printerSentence: String
    /// What a kiosk's screen says; nil where a person attends the till.
    package let page: KioskPage?
    /// What the till does, in a sentence for a technician that names nobody.
    package let status: String
}

extension Till {
    /// What stands on the counter now.
    package var view: TillView {
        TillView(
            bill: state.sale.openBill, printer: state.printer, waitingReceipts: waitingReceipts,
            printerSentence: wording.sentence(of: state.printer, waiting: waitingReceipts),
            page: page, status: status)
    }

    private var status: String {
        let kiosk = state.kiosk.map { KioskScreen.status(of: $0) + " " } ?? ""
        return kiosk + wording.sentence(of: state.printer, waiting: waitingReceipts)
    }
}
