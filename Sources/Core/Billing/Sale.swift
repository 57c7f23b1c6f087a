/// The machine of one till's sale: idle → open → settling → sold.
///
/// A value without a clock, identifiers or I/O: prices, stock, references and times arrive in the
/// events. A refused event leaves the state untouched. Sequences that deserve a thought:
///
/// 1. A customer before the first scan opens a bill without lines; it cannot be paid, only voided.
/// 2. A piece more of a product whose price was edited costs the edited price, and is refused when
///    the next batch cost more than that.
/// 3. Stock that went elsewhere between scan and payment: the payment is refused and the line is
///    named; the bill stays open.
/// 4. A batch that is used up between scan and payment: the line keeps the price it showed and
///    takes the next batch; if that one cost more than the price, the payment is refused.
/// 5. Anything while the bill is being saved is refused; the till's step saves before it listens.
/// 6. A failed save reopens the bill as it was before the payment.
/// 7. Two lines of one product share its stock; picked batches are taken first, at the payment too.
/// 8. A change that leaves a line below cost because of a discount is refused, a smaller bill as
///    well as a larger one; the discount has to go first.
/// 9. The rate of tax is that of the payment's day, not of the scan's.
/// 10. A bill that was put aside and is taken back shows the prices it showed; what its goods are
///    worth and whether they are still there is decided at the payment, as in 3 and 4.
package enum Sale: Hashable, Sendable {
    /// No bill; the next scan opens one.
    case idle
    /// Lines are scanned and changed.
    case open(OpenBill)
    /// The payment was accepted and is being written.
    case settling(OpenBill, Settlement)
    /// The bill is in the books; the next scan opens a new one.
    case sold(Bill)

    /// The bill being scanned, if there is one.
    package var openBill: OpenBill? {
        switch self {
        case .open(let bill), .settling(let bill, _): bill
        case .idle, .sold: nil
        }
    }

    /// Takes one event: answers what has to be done, or refuses and stays as it was.
    package mutating func apply(_ event: SaleEvent) throws(Rejection) -> [SaleEffect] {
        switch (self, event) {
        case (_, .scanned(let offer, let quantity, let opening)):
            return try scan(offer, quantity, into: try bill(or: opening))
        case (_, .itemAdded(let item, let opening)):
            return try add(item, to: try bill(or: opening))
        case (_, .customerLinked(let customer, let opening)):
            return link(customer, to: try bill(or: opening))
        case (_, .buyerNamed(let buyer, let opening)):
            return name(buyer, on: try bill(or: opening))

        case (.open(let bill), .customerUnlinked):
            return link(nil, to: bill)
        case (.open(let bill), .quantitySet(let line, let quantity, let offer)):
            return try edit(line, of: bill) { line, others throws(Rejection) in
                try line.set(quantity, from: offer.without(others))
            }
        case (.open(let bill), .batchPicked(let line, let offer)):
            return try edit(line, of: bill) { line, others throws(Rejection) in
                try line.pick(offer.without(others))
            }
        case (.open(let bill), .priceSet(let line, let price)):
            return try edit(line, of: bill) { line, _ throws(Rejection) in line.price(at: price) }
        case (.open(let bill), .discountSet(let line, let discount)):
            return try edit(line, of: bill) { line, _ throws(Rejection) in
                line.discount = discount
            }
        case (.open(let bill), .billDiscountSet(let discount)):
            return try setDiscount(discount, of: bill)
        case (.open(let bill), .lineDeleted(let line)):
            return try delete(line, of: bill)
        case (.open(let bill), .voided):
            self = .idle
            return [.voided(bill)]
        case (.open(let bill), .held(let number, let time)):
            return try hold(bill, as: number, since: time)
        case (.idle, .resumed(let bill)), (.sold, .resumed(let bill)):
            self = .open(bill)
            return [.resumed(bill)]
        case (.open, .resumed):
            throw .billOpen
        case (.open(let bill), .tendered(let payment, let offers, let time)):
            return try settle(bill, with: payment, offers: offers, at: time)

        case (.settling, .saved(let bill)):
            self = .sold(bill)
            return [.sold(bill)]
        case (.settling(let bill, _), .saveFailed):
            self = .open(bill)
            return []

        case (.settling, .customerUnlinked), (.settling, .quantitySet), (.settling, .priceSet),
            (.settling, .lineDeleted), (.settling, .batchPicked), (.settling, .discountSet),
            (.settling, .billDiscountSet), (.settling, .voided), (.settling, .tendered),
            (.settling, .held), (.settling, .resumed):
            throw .settling
        case (.idle, .customerUnlinked), (.idle, .quantitySet), (.idle, .priceSet),
            (.idle, .lineDeleted), (.idle, .voided), (.idle, .tendered), (.sold, .customerUnlinked),
            (.sold, .quantitySet), (.sold, .priceSet), (.sold, .lineDeleted), (.sold, .voided),
            (.sold, .tendered), (.idle, .held), (.sold, .held), (.idle, .batchPicked),
            (.sold, .batchPicked), (.idle, .discountSet), (.sold, .discountSet),
            (.idle, .billDiscountSet), (.sold, .billDiscountSet):
            throw .noOpenBill
        case (.idle, .saved), (.idle, .saveFailed), (.open, .saved), (.open, .saveFailed),
            (.sold, .saved), (.sold, .saveFailed):
            throw .noOpenBill
        }
    }

    /// The open bill, or the one that an event opens; refused while a bill is being saved.
    private func bill(or opening: BillOpening) throws(Rejection) -> OpenBill {
        switch self {
        case .idle, .sold: OpenBill(opening)
        case .open(let bill): bill
        case .settling: throw .settling
        }
    }
}

/// What happens to a sale; facts such as stock and time are gathered before and arrive with it.
package enum SaleEvent: Hashable, Sendable {
    /// A product was scanned or typed; `opening` becomes the bill's if this opens one.
    case scanned(Offer, Quantity, opening: BillOpening)
    /// Something that is in no catalogue was typed.
    case itemAdded(OpenItem, opening: BillOpening)
    /// A line (the last one if nil) gets another quantity.
    case quantitySet(line: Int?, Quantity, Offer)
    /// A line (the last one if nil) gets another price.
    case priceSet(line: Int?, Money)
    /// A line (the last one if nil) is to be taken from these batches alone, at their price.
    case batchPicked(line: Int?, Offer)
    /// A line (the last one if nil) gets another discount, or none.
    case discountSet(line: Int?, Discount?)
    /// The whole bill gets another discount, or none.
    case billDiscountSet(Discount?)
    /// A line (the last one if nil) is taken out.
    case lineDeleted(line: Int?)
    /// A customer was found or created, or changed their name.
    case customerLinked(BillCustomer, opening: BillOpening)
    /// What is known of who the invoice is made out to changed; nil is nobody.
    case buyerNamed(Buyer?, opening: BillOpening)
    /// The bill goes on without a customer.
    case customerUnlinked
    /// The bill is thrown away.
    case voided
    /// The bill is put aside under a free number, at this time.
    case held(as: Int, since: CivilTime)
    /// A bill that was put aside is taken back.
    case resumed(OpenBill)
    /// The customer pays; offers are what the stock is now, for every product of the bill.
    case tendered(Payment, offers: [ProductID: Offer], at: CivilTime)
    /// The bill is in the books.
    case saved(Bill)
    /// The bill could not be written.
    case saveFailed
}

/// What has to be done after an accepted event.
package enum SaleEffect: Hashable, Sendable {
    /// The line at this index is new or changed.
    case lineChanged(Int)
    /// This line was taken out.
    case lineRemoved(CartLine)
    /// The customer of the bill changed, or there is none any more.
    case customerChanged(BillCustomer?)
    /// Who the invoice is made out to changed, or there is nobody any more.
    case buyerChanged(Buyer?)
    /// The discount on the whole bill changed.
    case discountChanged
    /// The open bill was thrown away.
    case voided(OpenBill)
    /// The open bill was put aside.
    case held(HeldBill)
    /// This bill is the open one again.
    case resumed(OpenBill)
    /// The payment has to be written; `saved` or `saveFailed` answers.
    case save(Settlement)
    /// The bill is in the books: tell the customer and print.
    case sold(Bill)
}
