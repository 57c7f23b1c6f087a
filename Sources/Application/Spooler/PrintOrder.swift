package import Billing
package import Printing
package import Receipts

/// A paper to be sent: what it says, as it stands in the books, and whether it says DUPLICATE.
package struct PrintOrder: Hashable, Sendable {
    /// The job that it is an attempt of.
    package let job: PrintJob.ID
    /// What to print.
    package let content: Content
    /// Whether an earlier attempt may be on paper.
    package let isMarked: Bool
    /// Whether it was begun before, so that some of it may lie in the printer's buffer.
    package let isRetry: Bool

    /// What one order prints.
    package enum Content: Hashable, Sendable {
        /// The receipt of a closed bill.
        case bill(Bill)
        /// A paper that is no bill.
        case slip(Slip)
    }

    /// Gathers an order.
    package init(job: PrintJob.ID, content: Content, isMarked: Bool, isRetry: Bool = false) {
        self.job = job
        self.content = content
        self.isMarked = isMarked
        self.isRetry = isRetry
    }

    /// Gathers the order of a bill's receipt.
    package init(job: PrintJob.ID, bill: Bill, isMarked: Bool, isRetry: Bool = false) {
        self.init(job: job, content: .bill(bill), isMarked: isMarked, isRetry: isRetry)
    }

    /// The bill whose receipt it is; nil for a slip.
    package var bill: Bill? {
        switch content {
        case .bill(let bill): bill
        case .slip: nil
        }
    }
}

extension PrintOrder.Content {
    /// What is printed, as a shop's own paper.
    package func document(for template: ReceiptTemplate, mark: CopyMark) -> ReceiptDocument {
        switch self {
        case .bill(let bill): ReceiptDocument(bill: bill, template: template, mark: mark)
        case .slip(let slip): ReceiptDocument(slip: slip, template: template, mark: mark)
        }
    }
}
