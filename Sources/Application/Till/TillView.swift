package import Billing
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
}

extension Till {
    /// What stands on the counter now.
    package var view: TillView {
        TillView(
            bill: state.sale.openBill, printer: state.printer, waitingReceipts: waitingReceipts,
            printerSentence: wording.sentence(of: state.printer, waiting: waitingReceipts))
    }
}
