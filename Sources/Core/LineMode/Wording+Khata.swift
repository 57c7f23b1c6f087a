package import Billing

extension Wording {
    /// A customer paid off a part of what they owe.
    package func repaid(
        _ sum: Money, by tender: Tender, _ customer: BillCustomer, left: Money
    ) -> Row {
        Row(
            .result,
            "\(amount(sum)) repaid by \(tender.label.lowercased())   owes \(amount(left))   "
                + "\(customer.number) - \(customer.name)")
    }

    /// A repayment or a statement without a customer.
    package var accountOfWhom: Row {
        Row(.refusal, "Whose account? Type phone 98765 43210 first.")
    }

    /// What a customer owes, and the newest movements that led to it, the oldest first.
    package func statement(_ statement: AccountStatement) -> [Row] {
        let holder = statement.holder
        var balance = statement.broughtForward ?? .zero
        var rows = [Row(.heading, "Account of \(holder.number) - \(holder.name)")]
        if statement.broughtForward != nil {
            rows.append(Row(.plain, "brought forward".rightPadded(to: 48) + amount(balance)))
        }
        for entry in statement.entries {
            balance = balance + entry.amount
            let columns = [
                entry.at.receiptText, Self.reason(of: entry).rightPadded(to: 26),
                amount(entry.amount).leftPadded(to: 12), amount(balance).leftPadded(to: 12),
            ]
            rows.append(Row(.plain, columns.joined(separator: "  ")))
        }
        return rows + [
            Row(.result, "owes \(amount(statement.balance))   limit \(amount(statement.limit))")
        ]
    }

    /// A bill's tender was put right.
    package func corrected(_ number: String, _ correction: PaymentCorrection) -> Row {
        Row(
            .result,
            "\(number): \(amount(correction.amount)) was \(correction.to.label), not "
                + "\(correction.from.label). The bill stays as it is; the correction is kept "
                + "beside it.")
    }

    /// A correction of a tender by which nothing of the bill was paid.
    package func nothingPaidBy(_ tender: Tender, on number: String) -> Row {
        Row(.refusal, "Nothing of \(number) was paid by \(tender.label). Nothing was changed.")
    }

    private static func reason(of entry: KhataEntry) -> String {
        switch entry.kind {
        case .sale, .creditNote: entry.billNumber ?? ""
        case .repayment: "repaid by " + (entry.tender?.label.lowercased() ?? "")
        case .correction: "correction " + (entry.billNumber ?? "")
        }
    }
}
