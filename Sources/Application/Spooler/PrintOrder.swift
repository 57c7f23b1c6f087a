package import Billing
package import Printing

/// A receipt to be sent: the bill as it stands in the books, and whether it says DUPLICATE.
package struct PrintOrder: Hashable, Sendable {
    /// The job that it is an attempt of.
    package let job: PrintJob.ID
    /// What to print.
    package let bill: Bill
    /// Whether an earlier attempt may be on paper.
    package let isMarked: Bool
    /// Whether it was begun before, so that some of it may lie in the printer's buffer.
    package let isRetry: Bool

    /// Gathers an order.
    package init(job: PrintJob.ID, bill: Bill, isMarked: Bool, isRetry: Bool = false) {
        self.job = job
        self.bill = bill
        self.isMarked = isMarked
        self.isRetry = isRetry
    }
}
