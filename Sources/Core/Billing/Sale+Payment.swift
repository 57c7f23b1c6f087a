// Paying in steps: parts, an attempt that waits for its confirmation, and the way back.
extension Sale {
    mutating func take(
        _ step: PaymentStep, of bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        switch step {
        case .part(let payment): try takePart(payment, of: bill)
        case .attempted(let attempt): try start(attempt, for: bill)
        case .confirmed(let reference): try confirm(reference, for: bill)
        case .takenBack: try takeBack(from: bill)
        case .completed(let offers, let time):
            try settle(bill, with: nil, offers: offers, at: time)
        case .refunded(let refunds, let offers, let time):
            try refund(refunds, for: bill, offers: offers, at: time)
        }
    }

    /// A part of what is owed is paid; the bill stays open.
    private mutating func takePart(
        _ payment: Payment, of bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        try bill.checkCanTake(payment.amount)
        try bill.checkCustomer(for: payment.tender)
        var bill = bill
        bill.payments.append(payment)
        self = .open(bill)
        return [.payment(.paid(payment, left: bill.due))]
    }

    private mutating func start(
        _ attempt: PaymentAttempt, for bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        try bill.checkCanTake(attempt.amount)
        var bill = bill
        bill.attempt = attempt
        self = .open(bill)
        return [.payment(.attemptStarted(attempt))]
    }

    /// The money has come: whatever becomes of the bill, it is kept.
    private mutating func confirm(
        _ reference: PaymentReference?, for bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        guard let attempt = bill.attempt else { throw .payment(.noAttempt) }
        let payment = Payment(
            tender: .upi, amount: attempt.amount, reference: reference, attempt: attempt.id)
        var bill = bill
        bill.attempt = nil
        bill.payments.append(payment)
        self = .open(bill)
        return [
            .payment(.attemptConfirmed(attempt, reference)),
            .payment(.paid(payment, left: bill.due)),
        ]
    }

    /// One step back: the attempt that waits, else the payment that was taken last.
    private mutating func takeBack(from bill: OpenBill) throws(Rejection) -> [SaleEffect] {
        var bill = bill
        if let attempt = bill.attempt {
            bill.attempt = nil
            self = .open(bill)
            return [.payment(.attemptWithdrawn(attempt))]
        }
        guard let payment = bill.payments.popLast() else { throw .payment(.nothingPaid) }
        self = .open(bill)
        return [.payment(.returned(payment, left: bill.due))]
    }
}

extension OpenBill {
    /// What was accepted so far.
    package var paid: Money { payments.map(\.amount).total() }

    /// What goods that come back are worth to the customer.
    package var returned: Money { returning?.totals.total ?? .zero }

    /// Whether goods come back.
    package var bringsBack: Bool { returning.map { !$0.quantities.isEmpty } ?? false }

    /// What is left to pay, an attempt that waits not counted; negative where the shop owes it.
    package var due: Money { total - returned - paid }

    /// Whether money was taken or asked for.
    package var isBeingPaid: Bool { attempt != nil || !payments.isEmpty }

    /// What the bill must not fall below: what was taken and what is asked for.
    var committed: Money { paid + (attempt?.amount ?? .zero) }

    /// What a customer gets back: for cash only, and from the note that was handed over last.
    func change(
        for total: Money, from payments: [Payment], last: Payment?
    ) throws(Rejection) -> Money {
        let over = payments.map(\.amount).total() - (total - min(total, returned))
        guard over >= .zero else { throw .cashShort(.zero - over) }
        guard over == .zero || last?.tender == .cash else {
            throw .payment(.paysTooMuch(left: due))
        }
        return over
    }

    func checkCanTake(_ amount: Money) throws(Rejection) {
        guard !lines.isEmpty else { throw .emptyBill }
        guard due > .zero || returning == nil else { throw .returning(.givesBack(.zero - due)) }
        if let attempt { throw .payment(.attemptOpen(attempt.amount)) }
        guard amount > .zero else { throw .payment(.noAmount) }
        guard amount <= due else { throw .payment(.paysTooMuch(left: due)) }
    }

    func checkCustomer(for tender: Tender) throws(Rejection) {
        guard tender != .credit || customer != nil else { throw .payment(.creditWithoutCustomer) }
    }

    /// A bill that is being paid is neither thrown away nor put aside.
    func checkNothingPaid() throws(Rejection) {
        guard !isBeingPaid else { throw .payment(.paymentBegun(committed)) }
    }

    /// A change may not leave the bill below what was paid for it.
    func checkCovers() throws(Rejection) {
        guard !isBeingPaid || total - returned >= committed else {
            throw .payment(.belowPaid(committed))
        }
    }
}
