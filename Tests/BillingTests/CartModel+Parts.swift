import Billing

// Paying in steps, as plainly as it can be said.
extension CartModel {
    var paid: Int64 { parts.reduce(0, +) }

    /// What is left to pay.
    var due: Int64 { total - paid }

    func payingInSteps(_ step: PaymentStep) throws(Rejection) -> CartModel {
        switch step {
        case .part(let payment):
            try checkCanTake(payment.amount.minorUnits)
            return with { $0.parts.append(payment.amount.minorUnits) }
        case .attempted(let attempt):
            try checkCanTake(attempt.amount.minorUnits)
            return with { $0.asked = attempt.amount.minorUnits }
        case .confirmed:
            guard let asked else { throw .payment(.noAttempt) }
            return with {
                $0.parts.append(asked)
                $0.asked = nil
            }
        case .refunded: throw .returning(.nothingToGiveBack)
        case .takenBack, .completed:
            if asked != nil { return with { $0.asked = nil } }
            if parts.isEmpty { throw .payment(.nothingPaid) }
            return with { $0.parts.removeLast() }
        }
    }

    func checkNothingAsked() throws(Rejection) {
        if let asked { throw .payment(.attemptOpen(Money(minorUnits: asked))) }
    }

    func checkNothingPaid() throws(Rejection) {
        guard asked != nil || !parts.isEmpty else { return }
        throw .payment(.paymentBegun(Money(minorUnits: paid + (asked ?? 0))))
    }

    /// A change must not leave the bill below what was paid and asked for.
    func covering() throws(Rejection) -> CartModel {
        let committed = paid + (asked ?? 0)
        if asked != nil || !parts.isEmpty, total < committed {
            throw .payment(.belowPaid(Money(minorUnits: committed)))
        }
        return self
    }

    private func checkCanTake(_ amount: Int64) throws(Rejection) {
        if lines.isEmpty { throw .emptyBill }
        try checkNothingAsked()
        if amount <= 0 { throw .payment(.noAmount) }
        if amount > due { throw .payment(.paysTooMuch(left: Money(minorUnits: due))) }
    }
}
