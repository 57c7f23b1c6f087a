/// A bill that is being scanned: its lines and its customer, not yet paid.
package struct OpenBill: Hashable, Sendable {
    /// The identity that the bill will keep when it is paid.
    package let reference: SaleReference
    /// The lines in the order of scanning; one line a product.
    package internal(set) var lines: [CartLine]
    /// The customer, once a phone was entered.
    package internal(set) var customer: BillCustomer?

    /// Gathers a bill, an empty one or one that was stored earlier.
    package init(reference: SaleReference, lines: [CartLine] = [], customer: BillCustomer? = nil) {
        self.reference = reference
        self.lines = lines
        self.customer = customer
    }

    /// What it adds up to.
    package var totals: BillTotals { BillTotals(gross: lines.map(\.amount).total()) }

    /// What the customer owes.
    package var total: Money { totals.total }

    /// The largest total of one bill; a scan that would go beyond it is refused.
    package static let totalLimit = Money(minorUnits: 1_000_000_000_000)
}

/// A product in the cart.
package struct CartLine: Hashable, Sendable {
    /// The product.
    package let product: Product
    /// The batches it would be taken from now, at the prices shown.
    package let parts: [LinePart]
    /// Whether a person set the price: further pieces then cost the same.
    package let isPriceEdited: Bool
    /// Whether a batch was picked by its label: the line then keeps its batches while they last.
    package let isBatchPicked: Bool

    /// Gathers a line; `parts` is never empty.
    package init(
        product: Product, parts: [LinePart], isPriceEdited: Bool = false,
        isBatchPicked: Bool = false
    ) {
        precondition(!parts.isEmpty, "a cart line without a part")
        self.product = product
        self.parts = parts
        self.isPriceEdited = isPriceEdited
        self.isBatchPicked = isBatchPicked
    }

    /// How much of the product is in the cart.
    package var quantity: Quantity { parts.reduce(.zero) { $0 + $1.quantity } }

    /// The rows it shows as: parts at one price are one row.
    package var rows: [PriceRow] { PriceRow.rows(of: parts) }

    /// What the customer pays for it.
    package var amount: Money { rows.map(\.amount).total() }
}
