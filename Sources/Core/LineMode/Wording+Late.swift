package import Billing

extension Wording {
    /// A confirmation arrived for a payment that was given up; it is kept.
    package func latePayment(_ late: LatePayment) -> Row {
        Row(
            .notice,
            "UPI: \(amount(late.attempt.amount)) came for \(late.attempt.id), which was given up. It "
                + "is kept: late pay \(late.number) takes it for the open bill, late refund "
                + "\(late.number) notes that it was given back.")
    }

    /// The payments that came late, as a table.
    package func table(of late: [LatePayment]) -> [Row] {
        guard !late.isEmpty else { return [Row(.plain, "No payment has come late.")] }
        return [
            Row(.heading, "Payments that came late; type late pay or late refund and the number:")
        ]
            + late.map { late in
                let columns = [
                    String(late.number).leftPadded(to: 3),
                    amount(late.attempt.amount).leftPadded(to: 12), late.attempt.id,
                    late.utr?.string ?? "",
                ]
                return Row(.plain, columns.joined(separator: "  "))
            }
    }

    /// No payment came late under this number, or it is settled.
    package func noSuchLatePayment(_ number: Int64) -> Row {
        Row(.refusal, "No payment \(number) waits to be settled. Type late to see those that do.")
    }

    /// A payment that came late was given back.
    package func refunded(_ late: LatePayment) -> Row {
        Row(.result, "Noted: \(amount(late.attempt.amount)) was given back.   \(late.attempt.id)")
    }
}
