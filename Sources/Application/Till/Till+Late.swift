import Billing
import Kiosk
import Ledger
import LineMode

// Money that comes after its payment was given up: kept, said, and settled by a person.
extension Till {
    /// Keeps a payment for an attempt that was given up; nil where no such attempt was ever made.
    ///
    /// A repeat, and an amount that was not asked for, change nothing.
    mutating func takeLate(_ news: PaymentNews, at desk: Desk) throws -> [TillEffect]? {
        guard let attempt = try desk.books.withdrawnAttempt(news.attempt),
            attempt.amount == news.amount
        else { return nil }
        let late = try desk.books.keep(
            late: attempt, utr: news.utr, at: desk.moment.milliseconds)
        guard let late else { return [] }
        try audit("payment-late", of: attempt.id, attempt.amount, why: nil, at: desk)
        return [.show([wording.latePayment(late)])]
            + (try send(.lateMoney(attempt.amount), at: desk))
    }

    mutating func obey(_ word: LateWord, at desk: Desk) throws -> [TillEffect] {
        let waiting = try desk.books.latePayments()
        let number: Int64
        switch word {
        case .list: return [.show(wording.table(of: waiting))]
        case .pay(let named), .refund(let named): number = named
        }
        guard let late = waiting.first(where: { $0.number == number }) else {
            return [.show([wording.noSuchLatePayment(number)])]
        }
        guard case .pay = word else {
            try desk.books.settle(late, as: .refunded, at: desk.moment.milliseconds)
            try audit(
                "late-payment-refunded", of: late.attempt.id, late.attempt.amount, why: nil,
                at: desk)
            return [.show([wording.refunded(late)])]
        }
        return try pay(with: late, at: desk)
    }

    /// Takes a payment that came late for the open bill, and closes it when nothing is left.
    private mutating func pay(with late: LatePayment, at desk: Desk) throws -> [TillEffect] {
        if let refusal = try refusalByClock(at: desk) { return [.show([refusal])] }
        let before = state.sale
        let payment = Payment(
            tender: .upi, amount: late.attempt.amount, reference: late.utr,
            attempt: late.attempt.id)
        let effects = try apply(.paying(.part(payment)), at: desk)
        guard state.sale != before else { return effects }
        try desk.books.settle(late, as: .taken, at: desk.moment.milliseconds)
        guard let bill = state.sale.openBill, bill.due <= .zero else { return effects }
        return effects + (try complete(at: desk))
    }
}
