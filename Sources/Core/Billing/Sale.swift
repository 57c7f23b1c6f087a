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
/// 10. A bill can be paid in parts and by an attempt that is confirmed later. Money that has come
///    is kept by the bill even where the bill can then not be closed (3, 4): the cashier mends the
///    lines and closes it, or gives the money back. Scans go on meanwhile; what would leave the
///    bill below what was paid is refused.
/// 11. Goods that come back are settled with what is bought: the credit note pays the bill, and what
///    is left of either is paid or given back. What came back before was read with the bill; no
///    other bill is open meanwhile, because such a bill cannot be put aside.
/// 12. A bill that was put aside and is taken back shows the prices it showed; what its goods are
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
        switch self {
        case .idle, .sold: try applyWithoutBill(event)
        case .open(let bill): try apply(event, to: bill)
        case .settling(let bill, _): try apply(event, whileSaving: bill)
        }
    }

    private mutating func applyWithoutBill(
        _ event: SaleEvent
    ) throws(Rejection) -> [SaleEffect] {
        switch event {
        case .scanned(let offer, let quantity, let opening):
            return try scan(offer, quantity, into: OpenBill(opening))
        case .itemAdded(let item, let opening):
            return try add(item, to: OpenBill(opening))
        case .customerLinked(let customer, let opening):
            return try link(customer, to: OpenBill(opening))
        case .customerMissed(let warning, let opening):
            return try miss(warning, on: OpenBill(opening))
        case .buyerNamed(let buyer, let opening):
            return name(buyer, on: OpenBill(opening))
        case .returned(let goods, let opening):
            return try take(goods, into: OpenBill(opening))
        case .resumed(let bill):
            self = .open(bill)
            return [.resumed(bill)]
        case .customerUnlinked, .quantitySet, .priceSet, .batchPicked, .discountSet,
            .billDiscountSet, .lineDeleted, .voided, .held, .tendered, .paying, .saved, .saveFailed:
            throw .noOpenBill
        }
    }

    private mutating func apply(
        _ event: SaleEvent, to bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        switch event {
        case .scanned(let offer, let quantity, _): return try scan(offer, quantity, into: bill)
        case .itemAdded(let item, _): return try add(item, to: bill)
        case .customerLinked(let customer, _): return try link(customer, to: bill)
        case .customerMissed(let warning, _): return try miss(warning, on: bill)
        case .buyerNamed(let buyer, _): return name(buyer, on: bill)
        case .returned(let goods, _): return try take(goods, into: bill)
        case .customerUnlinked: return try link(nil, to: bill)
        case .quantitySet(let line, let quantity, let offer):
            return try edit(line, of: bill) { line, others throws(Rejection) in
                try line.set(quantity, from: offer.without(others))
            }
        case .batchPicked(let line, let offer):
            return try edit(line, of: bill) { line, others throws(Rejection) in
                try line.pick(offer.without(others))
            }
        case .priceSet(let line, let price):
            return try edit(line, of: bill) { line, _ throws(Rejection) in line.price(at: price) }
        case .discountSet(let line, let discount):
            return try edit(line, of: bill) { line, _ throws(Rejection) in
                line.discount = discount
            }
        case .billDiscountSet(let discount): return try setDiscount(discount, of: bill)
        case .lineDeleted(let line): return try delete(line, of: bill)
        case .voided: return try void(bill)
        case .held(let number, let time): return try hold(bill, as: number, since: time)
        case .resumed: throw .billOpen
        case .tendered(let payment, let offers, let time):
            return try settle(bill, with: payment, offers: offers, at: time)
        case .paying(let step): return try take(step, of: bill)
        case .saved, .saveFailed: throw .noOpenBill
        }
    }

    private mutating func apply(
        _ event: SaleEvent, whileSaving bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        switch event {
        case .saved(let bill):
            self = .sold(bill)
            return [.sold(bill)]
        case .saveFailed:
            self = .open(bill)
            return []
        case .scanned, .itemAdded, .customerLinked, .customerMissed, .customerUnlinked,
            .buyerNamed, .quantitySet, .priceSet, .batchPicked, .discountSet, .billDiscountSet,
            .lineDeleted, .returned, .voided, .held, .resumed, .tendered, .paying:
            throw .settling
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
    /// A customer was asked for and could not be looked up or made; what the bill says of it.
    case customerMissed(String, opening: BillOpening)
    /// Goods of an earlier bill come back, or others of it than before.
    case returned(OpenReturn, opening: BillOpening)
    /// The bill is thrown away.
    case voided
    /// The bill is put aside under a free number, at this time.
    case held(as: Int, since: CivilTime)
    /// A bill that was put aside is taken back.
    case resumed(OpenBill)
    /// The customer pays all that is left; offers are what the stock is now, for every product.
    case tendered(Payment, offers: [ProductID: Offer], at: CivilTime)
    /// A step towards that.
    case paying(PaymentStep)
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
    /// The bill goes on without the customer that was asked for.
    case customerMissed(String)
    /// Goods that come back were named.
    case returnChanged(OpenReturn)
    /// The open bill was thrown away.
    case voided(OpenBill)
    /// The open bill was put aside.
    case held(HeldBill)
    /// This bill is the open one again.
    case resumed(OpenBill)
    /// A step of paying was made.
    case payment(PaymentEffect)
    /// The credit note has to be written, before the bill that it pays a part of.
    case saveNote(Settlement)
    /// The payment has to be written; `saved` or `saveFailed` answers.
    case save(Settlement)
    /// The bill is in the books: tell the customer and print.
    case sold(Bill)
}
