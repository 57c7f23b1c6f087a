import Billing
import Ledger
import LineMode

// The account of a customer with the shop, and what is put right about a bill's tender.
extension Till {
    /// The most movements that a statement shows; what was before is one sum.
    private static let mostEntries = 40

    /// The customer pays off a part of what they owe.
    mutating func repay(_ part: PayPart, at desk: Desk) throws -> [TillEffect] {
        guard let customer = state.sale.openBill?.customer, let sum = part.amount else {
            return [.show([wording.accountOfWhom])]
        }
        let khata = try khata(of: customer, at: desk)
        let earlier = try cashToday(from: customer, at: desk)
        do throws(Rejection) {
            try khata.checkRepayment(of: sum)
            if part.tender == .cash {
                try settings.payment.cash.check(cashKept: sum, earlier: earlier)
            }
        } catch {
            return [.show([wording.refusal(error)])]
        }
        let entry = KhataEntry(
            kind: .repayment, amount: .zero - sum, billNumber: nil, tender: part.tender,
            at: desk.moment.civil)
        try desk.books.add(
            entry, of: customer, reference: part.reference, cashier: cashier,
            at: desk.moment.milliseconds)
        let left = khata.balance - sum
        let receipt = RepaymentReceipt(
            holder: AccountHolder(customer), amount: sum, tender: part.tender,
            reference: part.reference, left: left, cashier: cashier,
            at: desk.moment.civil)
        try audit("repayment", of: customer.number, sum, why: part.tender.label, at: desk)
        let drawer =
            part.tender == .cash
            ? try openDrawer(for: "repayment", of: customer.number, sum, at: desk) : []
        return drawer + [.show([wording.repaid(sum, by: part.tender, customer, left: left)])]
            + (try printSlip(.repayment(receipt), at: desk))
    }

    /// What the customer owes, and why; on paper too where there is a printer.
    mutating func statement(at desk: Desk) throws -> [TillEffect] {
        guard let customer = state.sale.openBill?.customer else {
            return [.show([wording.accountOfWhom])]
        }
        let entries = try desk.books.khataEntries(of: customer, limit: Self.mostEntries + 1)
        let shown = Array(entries.suffix(Self.mostEntries))
        let statement = AccountStatement(
            of: customer, try khata(of: customer, at: desk), shown,
            hasMore: entries.count > shown.count, at: desk.moment.civil)
        return [.show(wording.statement(statement))]
            + (try printSlip(.statement(statement), at: desk))
    }

    /// Appends that a bill was paid by another means than it says.
    mutating func correct(
        _ number: String, from: Tender, to part: PayPart, at desk: Desk
    ) throws -> [TillEffect] {
        guard let bill = try find(bill: number, in: desk.books) else {
            return [.show([wording.noSuchBill(number)])]
        }
        let earlier = try desk.books.corrections(ofBill: bill.number)
        let sum = bill.taken(by: from, corrections: earlier)
        guard sum > .zero else { return [.show([wording.nothingPaidBy(from, on: bill.number)])] }
        let whole = sum + bill.taken(by: part.tender, corrections: earlier)
        let account = try account(of: bill, at: desk)
        let others = try bill.customer.map {
            try desk.books.cashPaid(by: $0, on: bill.soldAt.date, except: bill.number)
        }
        do throws(Rejection) {
            if bill.kind == .sale, part.tender == .cash {
                try settings.payment.cash.check(cashKept: whole, earlier: others ?? .zero)
            }
            // What is taken off a bill's credit, or put on a credit note's, lowers what is owed.
            let owesMore = (part.tender == .credit) == (bill.kind == .sale)
            if from == .credit || part.tender == .credit {
                guard let account else { throw .payment(.billWithoutAccount) }
                if owesMore { try account.checkRoom(for: sum) }
            }
        } catch {
            return [.show([wording.refusal(error)])]
        }
        let correction = PaymentCorrection(
            from: from, to: part.tender, amount: sum, reference: part.reference,
            cashier: cashier, at: desk.moment.civil)
        try desk.books.add(correction, toBill: bill.number, at: desk.moment.milliseconds)
        try moveOnAccount(correction, of: bill, at: desk)
        try audit(
            "payment-corrected", of: bill.number, sum,
            why: "\(from.label) to \(part.tender.label)", at: desk)
        return [.show([wording.corrected(bill.number, correction)])]
    }

    private func moveOnAccount(
        _ correction: PaymentCorrection, of bill: Bill, at desk: Desk
    ) throws {
        guard let customer = bill.customer else { return }
        // What is owed by a credit note, it is owed to the customer.
        let owed = bill.kind == .sale ? correction.amount : .zero - correction.amount
        let sum: Money
        switch (correction.from, correction.to) {
        case (.credit, _): sum = .zero - owed
        case (_, .credit): sum = owed
        case (.cash, _), (.upi, _), (.card, _), (.exchange, _): return
        }
        let entry = KhataEntry(
            kind: .correction, amount: sum, billNumber: bill.number, tender: nil,
            at: desk.moment.civil)
        try desk.books.add(
            entry, of: customer, cashier: cashier, at: desk.moment.milliseconds)
    }

    /// The account that a bill's customer has now; nil without one, or if they were deleted.
    private func account(of bill: Bill, at desk: Desk) throws -> Khata? {
        guard let customer = bill.customer, !customer.isDeleted else { return nil }
        return try khata(of: customer, at: desk)
    }

    func khata(of customer: BillCustomer, at desk: Desk) throws -> Khata {
        try desk.books.khata(of: customer, standardLimit: settings.payment.creditLimit)
    }
}
