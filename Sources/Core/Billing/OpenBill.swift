/// A bill that is being scanned: its lines and its customer, not yet paid.
package struct OpenBill: Hashable, Sendable {
    /// The identity that the bill will keep when it is paid.
    package let reference: SaleReference
    /// The shop's rules that it is reckoned by.
    package let terms: BillTerms
    /// The lines in the order of scanning; one line a product and printed price.
    package internal(set) var lines: [CartLine]
    /// The customer, once a phone was entered.
    package internal(set) var customer: BillCustomer?
    /// What is taken off the whole bill.
    package internal(set) var discount: Discount?
    /// Who a tax invoice is made out to.
    package internal(set) var buyer: Buyer?
    /// What was paid so far, in the order in which it was taken.
    package internal(set) var payments: [Payment]
    /// The UPI payment that is waited for, if one is.
    package internal(set) var attempt: PaymentAttempt?
    /// Why it has no customer though a phone was given; nil where nothing went wrong.
    package internal(set) var warning: String?
    /// Goods of an earlier bill that come back with this one.
    package internal(set) var returning: OpenReturn?

    /// Gathers a bill, an empty one or one that was stored earlier.
    package init(
        reference: SaleReference, terms: BillTerms = .plain, lines: [CartLine] = [],
        customer: BillCustomer? = nil, discount: Discount? = nil, buyer: Buyer? = nil,
        payments: [Payment] = [], attempt: PaymentAttempt? = nil, warning: String? = nil,
        returning: OpenReturn? = nil
    ) {
        self.reference = reference
        self.terms = terms
        self.lines = lines
        self.customer = customer
        self.discount = discount
        self.buyer = buyer
        self.payments = payments
        self.attempt = attempt
        self.warning = warning
        self.returning = returning
    }

    /// An empty bill.
    init(_ opening: BillOpening) {
        self.init(reference: opening.reference, terms: opening.terms)
    }

    /// The amounts of its lines and what they add up to.
    package var reckoning: Reckoning { Reckoning(lines, discount: discount, terms: terms) }

    /// What it adds up to.
    package var totals: BillTotals { reckoning.totals }

    /// What the customer owes.
    package var total: Money { totals.total }

    /// The largest total of one bill; a scan that would go beyond it is refused.
    package static let totalLimit = Money(minorUnits: 1_000_000_000_000)
}

/// A product in the cart.
package struct CartLine: Hashable, Sendable {
    /// The product.
    package internal(set) var product: Product
    /// The batches it would be taken from now, at the prices shown.
    package internal(set) var parts: [LinePart]
    /// Whether a person set the price: further pieces then cost the same.
    package internal(set) var isPriceEdited: Bool
    /// Whether a batch was picked: the line then keeps its batches while they last.
    package internal(set) var isBatchPicked: Bool
    /// What is taken off the line.
    package internal(set) var discount: Discount?

    /// Gathers a line; `parts` is never empty.
    package init(
        product: Product, parts: [LinePart], isPriceEdited: Bool = false,
        isBatchPicked: Bool = false, discount: Discount? = nil
    ) {
        precondition(!parts.isEmpty, "a cart line without a part")
        self.product = product
        self.parts = parts
        self.isPriceEdited = isPriceEdited
        self.isBatchPicked = isBatchPicked
        self.discount = discount
    }

    /// How much of the product is in the cart.
    package var quantity: Quantity { parts.reduce(.zero) { $0 + $1.quantity } }

    /// The rows it shows as: parts at one price are one row.
    package var rows: [PriceRow] { PriceRow.rows(of: parts) }

    /// What it comes to at the prices shown, before any discount.
    package var amount: Money { rows.map(\.amount).total() }

    /// What its own discount takes off.
    package var discountAmount: Money { discount?.taken(off: amount) ?? .zero }

    /// Whether it is in no catalogue and has no stock.
    package var isOpenItem: Bool { product.id == .openItem }
}
