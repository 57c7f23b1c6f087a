import Billing
import Ledger
import LineMode

// Taking money: the facts are gathered here, the machine decides.
extension Till {
    mutating func obey(_ command: PayCommand, at desk: Desk) throws -> [TillEffect] {
        switch command {
        case .suggestCash: return suggestCash()
        case .parts(let parts): return try pay(parts, at: desk)
        case .printCode: return try printCode(at: desk)
        case .confirm(let utr): return try confirm(utr, at: desk)
        case .refund(let parts): return try refund(parts, at: desk)
        case .back: return try apply(.paying(.takenBack), at: desk)
        case .repay(let part): return try repay(part, at: desk)
        case .statement: return try statement(at: desk)
        case .correct(let number, let from, let part):
            return try correct(number, from: from, to: part, at: desk)
        case .late(let word): return try obey(word, at: desk)
        }
    }

    /// Cash for all that is left.
    mutating func payCash(_ amount: Money, at desk: Desk) throws -> [TillEffect] {
        if let bill = state.sale.openBill {
            let change = max(.zero, amount - bill.due)
            let kept = bill.payments.total(of: .cash) + amount - change
            let earlier = try cashToday(from: bill.customer, at: desk)
            do throws(Rejection) {
                try settings.payment.cash.check(cashKept: kept, earlier: earlier)
            } catch {
                return [.show([wording.refusal(error)])]
            }
        }
        let payment = Payment(tender: .cash, amount: amount)
        return try close(at: desk) { .tendered(payment, offers: $0, at: $1) }
    }

    /// What a customer has paid in cash today; nothing is known of one without a phone.
    func cashToday(from customer: BillCustomer?, at desk: Desk) throws -> Money {
        guard let customer, settings.payment.cash.ceiling != nil else { return .zero }
        return try desk.books.cashPaid(by: customer, on: desk.moment.civil.date)
    }

    /// Several means, or one that is not cash: all of them are taken, or none.
    mutating func pay(_ parts: [PayPart], at desk: Desk) throws -> [TillEffect] {
        guard let bill = state.sale.openBill else {
            return [.show([wording.refusal(.noOpenBill)])]
        }
        if let refusal = try refusalByClock(at: desk) { return [.show([refusal])] }
        let plan = PaymentPlan(
            bill: bill, khata: try bill.customer.map { try khata(of: $0, at: desk) },
            cash: settings.payment.cash,
            cashToday: try cashToday(from: bill.customer, at: desk), time: desk.moment.civil,
            attemptID: PaymentAttempt.id(from: clock.newReference()))
        let offers = try stock(at: desk)
        var answer = plan.rehearsed(parts, offers, on: state.sale)
        if case .failure(.notEnoughStock) = answer {
            let others = try withBelowZero(offers, at: desk)
            answer = plan.rehearsed(parts, others, on: state.sale)
        }
        switch answer {
        case .success(let events): return try events.flatMap { try apply($0, at: desk) }
        case .failure(let refusal): return [.show([wording.refusal(refusal)])]
        }
    }

    /// Shows what is likely to be handed over; a digit then pays it.
    mutating func suggestCash() -> [TillEffect] {
        guard let bill = state.sale.openBill else {
            return [.show([wording.refusal(.noOpenBill)])]
        }
        guard bill.due >= .zero else {
            return [.show([wording.refusal(.returning(.givesBack(.zero - bill.due)))])]
        }
        guard bill.due > .zero else { return [.show([wording.refusal(.emptyBill)])] }
        let amounts = settings.payment.cash.likely(for: bill.due)
        state.choice = .cash(amounts)
        return [.show(wording.quickCash(amounts, due: bill.due))]
    }

    /// The UPI payment has come, as the cashier sees it; without one, a paid bill is closed.
    mutating func confirm(_ utr: PaymentReference?, at desk: Desk) throws -> [TillEffect] {
        if let bill = state.sale.openBill, bill.attempt == nil, utr == nil, bill.isBeingPaid {
            return try complete(at: desk)
        }
        return try take(utr, at: desk)
    }

    /// A confirmation that arrived by itself, for the attempt it names and for no other.
    mutating func take(_ news: PaymentNews, at desk: Desk) throws -> [TillEffect] {
        guard let attempt = state.sale.openBill?.attempt, attempt.id == news.attempt else {
            if let effects = try takeLate(news, at: desk) { return effects }
            let isRepeated = try desk.books.isConfirmed(attempt: news.attempt)
            return isRepeated
                ? [] : [.show([wording.strayPayment(news.amount, attempt: news.attempt)])]
        }
        guard news.amount == attempt.amount else {
            return [.show([wording.otherAmountCame(news.amount, for: attempt)])]
        }
        return try take(news.utr, at: desk)
    }

    mutating func perform(_ effect: PaymentEffect, at desk: Desk) throws -> [TillEffect] {
        let now = desk.moment.milliseconds
        switch effect {
        case .paid(let payment, let left):
            // What closes the bill is said by the bill.
            guard left != .zero else { return [] }
            let drawer =
                payment.tender == .cash
                ? try openDrawer(
                    for: "cash in part", of: state.sale.openBill?.reference.raw, payment.amount,
                    at: desk) : []
            return drawer + [.show([wording.paid(payment, left: left)])]
        case .attemptStarted(let attempt):
            guard let bill = state.sale.openBill else { return [] }
            try desk.books.start(attempt, of: bill.reference, at: now)
            return [.show(code(for: attempt) + [wording.waiting(attempt)])]
                + (settings.papers.upiCodes ? try printCode(of: attempt, at: desk) : [])
        case .attemptConfirmed(let attempt, let utr):
            try desk.books.end(attempt, isConfirmed: true, utr: utr, at: now)
            return try dropCode(of: attempt, at: desk)
        case .attemptWithdrawn(let attempt):
            try desk.books.end(attempt, isConfirmed: false, utr: nil, at: now)
            return [.show([wording.withdrawn(attempt)])] + (try dropCode(of: attempt, at: desk))
        case .returned(let payment, let left):
            try audit(
                "payment-returned", of: state.sale.openBill?.reference.raw, payment.amount,
                why: payment.tender.label, at: desk)
            if let attempt = payment.attempt { try desk.books.unsettle(attempt: attempt) }
            let drawer =
                payment.tender == .cash
                ? try openDrawer(
                    for: "cash given back", of: state.sale.openBill?.reference.raw,
                    payment.amount, at: desk) : []
            return drawer + [.show([wording.returned(payment, left: left)])]
        }
    }

    /// Throws the bill away; the audit keeps who did it and why.
    mutating func void(_ why: Text?, at desk: Desk) throws -> [TillEffect] {
        let bill = state.sale.openBill
        let effects = try apply(.voided, at: desk)
        if let bill, state.sale.openBill == nil, !bill.lines.isEmpty {
            try audit("void", of: bill.reference.raw, bill.total, why: why?.string, at: desk)
        }
        return effects
    }

    /// Appends what the cashier did to the audit.
    mutating func audit(
        _ event: String, of subject: String?, _ amount: Money?, why reason: String?, at desk: Desk
    ) throws {
        let entry = AuditEntry(
            event: event, subject: subject, amount: amount, reason: reason,
            cashier: cashier, at: desk.moment.civil)
        state.audited = try desk.books.add(entry, at: desk.moment.milliseconds)
    }

    /// Money that has come is kept even where the bill can then not be closed.
    private mutating func take(
        _ utr: PaymentReference?, at desk: Desk
    ) throws -> [TillEffect] {
        let effects = try apply(.paying(.confirmed(utr)), at: desk)
        guard let bill = state.sale.openBill, bill.attempt == nil, bill.due <= .zero else {
            return effects
        }
        return effects + (try complete(at: desk))
    }

    /// Closes a bill that is paid.
    mutating func complete(at desk: Desk) throws -> [TillEffect] {
        try close(at: desk) { .paying(.completed(offers: $0, at: $1)) }
    }

    /// The code for the customer's phone; words instead of it where the shop has a sticker.
    private func code(for attempt: PaymentAttempt) -> [Row] {
        guard let payee = settings.payment.upiPayee else { return [wording.scanSticker(attempt)] }
        return wording.code(UPILink(payee: payee, attempt: attempt))
    }
}
