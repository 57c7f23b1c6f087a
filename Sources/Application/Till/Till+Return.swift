import Billing
import Ledger
import LineMode

// Goods that come back, against the bill they were sold on.
extension Till {
    /// Names what comes back; `refund` behind it gives its worth back in the same breath.
    mutating func takeReturn(
        _ command: ReturnCommand, at desk: Desk
    ) throws -> [TillEffect] {
        guard var goods = try goods(of: command.billNumber, at: desk) else {
            guard let number = command.billNumber else { return [.show([wording.returnOfWhat])] }
            return [.show([wording.noSuchBill(number)])]
        }
        do throws(Rejection) {
            if command.isAll { try goods.setAll() }
            for (line, quantity) in command.lines.sorted(by: { $0.key < $1.key }) {
                try goods.set(quantity, ofLine: line)
            }
        } catch {
            return [.show([wording.refusal(error)])]
        }
        let effects = try apply(.returned(goods, opening: opening()), at: desk)
        guard let parts = command.refund, state.sale.openBill?.returning == goods else {
            return effects
        }
        return effects + (try refund(parts, at: desk))
    }

    /// Gives back what the shop owes; by the bill's own means where none is named.
    mutating func refund(_ parts: [PayPart], at desk: Desk) throws -> [TillEffect] {
        guard let bill = state.sale.openBill, let goods = bill.returning, bill.due < .zero else {
            return [.show([wording.refusal(.returning(.nothingToGiveBack))])]
        }
        var left = Money.zero - bill.due
        var refunds: [Payment] = []
        for part in parts.isEmpty ? [PayPart(goods.bill.usualRefund)] : parts {
            let amount = part.amount ?? left
            refunds.append(
                Payment(tender: part.tender, amount: amount, reference: part.reference))
            left = left - amount
        }
        return try close(at: desk) { .paying(.refunded(refunds, offers: $0, at: $1)) }
    }

    /// The goods of the bill that is named, or else of the one that was named or scanned before.
    private func goods(of number: String?, at desk: Desk) throws -> OpenReturn? {
        let open = state.sale.openBill?.returning
        guard let number = number ?? open?.bill.number ?? state.shownBill else { return nil }
        if let open, [number, number.uppercased()].contains(open.bill.number) { return open }
        return try desk.books.returnable(bill: number)
            ?? desk.books.returnable(bill: number.uppercased())
    }
}

extension Bill {
    /// How a bill's worth is given back where nobody says: as it was paid, if in one way, or cash.
    fileprivate var usualRefund: Tender {
        guard let only = payments.first?.tender, payments.allSatisfy({ $0.tender == only }) else {
            return .cash
        }
        switch only {
        case .credit: return .credit
        case .upi: return .upi
        case .cash, .card, .exchange: return .cash
        }
    }
}
