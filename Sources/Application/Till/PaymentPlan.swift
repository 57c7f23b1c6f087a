import Billing
import LineMode

/// Turns what a cashier typed of a payment into what the sale is told, in order.
struct PaymentPlan {
    let bill: OpenBill
    /// The customer's account; nil without a customer.
    let khata: Khata?
    let cash: CashRules
    /// What the customer has paid in cash today already.
    let cashToday: Money
    let time: CivilTime
    /// The identity of the attempt, if one is started.
    let attemptID: String

    /// The events that take all pieces, tried on a copy of the sale: all are taken, or none.
    func rehearsed(
        _ parts: [PayPart], _ offers: [ProductID: Offer], on sale: Sale
    ) -> Result<[SaleEvent], Rejection> {
        Result { () throws(Rejection) in
            let events = try events(for: parts, offers)
            var sale = sale
            for event in events { _ = try sale.apply(event) }
            return events
        }
    }

    /// The events that take all pieces; what they leave is left to pay.
    ///
    /// UPI is asked for last, whatever its place: the rest is taken by then. Refuses two of them.
    private func events(
        for parts: [PayPart], _ offers: [ProductID: Offer]
    ) throws(Rejection) -> [SaleEvent] {
        let upi = parts.filter { $0.tender == .upi }
        guard upi.count <= 1 else { throw .payment(.oneAttempt) }
        let others = parts.filter { $0.tender != .upi }
        var left = bill.due - (upi.first?.amount ?? .zero)
        var events: [SaleEvent] = []
        for (index, part) in others.enumerated() {
            let isLast = upi.isEmpty && index == others.count - 1
            let payment = try payment(for: part, left: &left)
            events.append(
                isLast && left <= .zero
                    ? .tendered(payment, offers: offers, at: time) : .paying(.part(payment)))
        }
        guard let asked = upi.first else { return events }
        return events + [
            .paying(
                .attempted(PaymentAttempt(id: attemptID, amount: asked.amount ?? left)))
        ]
    }

    private func payment(
        for part: PayPart, left: inout Money
    ) throws(Rejection) -> Payment {
        let amount = part.amount ?? left
        switch part.tender {
        case .cash:
            let kept = bill.payments.total(of: .cash) + min(amount, max(.zero, left))
            try cash.check(cashKept: kept, earlier: cashToday)
        case .credit:
            guard let khata else { throw .payment(.creditWithoutCustomer) }
            try khata.checkRoom(for: amount)
        case .upi, .card, .exchange: break
        }
        left = left - amount
        return Payment(tender: part.tender, amount: amount, reference: part.reference)
    }
}
