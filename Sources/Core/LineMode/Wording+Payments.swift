package import Billing

extension Wording {
    /// The bill is in the books; a second row says what went wrong beside the sale.
    package func sold(_ bill: Bill) -> [Row] {
        let paid = bill.payments.map { "\($0.tender.label.lowercased()) \(amount($0.amount))" }
        if let cited = bill.kind.citedBill {
            // Goods that are worth less than the smallest coin come back for nothing.
            let means = paid.isEmpty ? "" : "   given back by \(paid.joined(separator: " + "))"
            return [
                Row(.result, "\(bill.number)   back \(amount(bill.total)) of \(cited)" + means)
            ]
        }
        let row = Row(
            .result,
            "\(bill.number)   total \(amount(bill.total))   \(paid.joined(separator: " + "))"
                + "   change \(amount(bill.change))")
        let warning = bill.warning.map { Row(.notice, "\(bill.number) has no customer: \($0).") }
        return [row] + [warning].compactMap(\.self)
    }

    /// What was paid of an open bill so far, and what is waited for; no row where nothing was.
    func payments(of bill: OpenBill) -> [Row] {
        guard bill.isBeingPaid else { return [] }
        let paid = bill.payments.map { "\($0.tender.label.lowercased()) \(amount($0.amount))" }
        var rows: [Row] = []
        if !paid.isEmpty {
            rows.append(
                Row(
                    .result,
                    "paid \(paid.joined(separator: " + "))   left \(amount(bill.due))"))
        }
        if let attempt = bill.attempt { rows.append(waiting(attempt)) }
        return rows
    }

    /// A part was paid.
    package func paid(_ payment: Payment, left: Money) -> Row {
        Row(
            .result,
            "paid \(payment.tender.label.lowercased()) \(amount(payment.amount))   "
                + "left \(amount(left))")
    }

    /// A UPI payment is waited for.
    package func waiting(_ attempt: PaymentAttempt) -> Row {
        Row(
            .notice,
            "UPI \(amount(attempt.amount)) is waited for (\(attempt.id)). "
                + "ok [UTR] when it has come, back to take another way.")
    }

    /// There is no code of the till's own to show: the shop's sticker is used.
    package func scanSticker(_ attempt: PaymentAttempt) -> Row {
        Row(
            .plain,
            "Let the customer scan the shop's UPI sticker and pay \(amount(attempt.amount)).")
    }

    /// The code of a UPI payment is on its way to the printer.
    package func printingCode(_ attempt: PaymentAttempt) -> Row {
        Row(.plain, "Printing the code for UPI \(amount(attempt.amount)) (\(attempt.id)).")
    }

    /// A code was to be printed, and the shop has no UPI address that it could pay.
    package var noCodeToPrint: Row {
        Row(
            .refusal,
            "There is no code to print: upi_id in the settings says whom it pays. Let the customer "
                + "scan the shop's sticker.")
    }

    /// A UPI payment is not waited for any more.
    package func withdrawn(_ attempt: PaymentAttempt) -> Row {
        Row(
            .plain,
            "UPI \(amount(attempt.amount)) is not waited for any more. If the money comes all the "
                + "same, give it back.")
    }

    /// A payment has to be given back.
    package func returned(_ payment: Payment, left: Money) -> Row {
        let how =
            switch payment.tender {
            case .cash: "in cash"
            case .upi: "by UPI"
            case .card: "at the card terminal"
            case .credit: "to the customer's account"
            case .exchange: "with the goods"
            }
        return Row(
            .notice, "Give \(amount(payment.amount)) back \(how). left \(amount(left))")
    }

    /// What a customer is likely to hand over, as a table to pick from.
    package func quickCash(_ amounts: [Money], due: Money) -> [Row] {
        let digits = amounts.count == 1 ? "1" : "1 to \(amounts.count)"
        return [
            Row(.heading, "\(amount(due)) to pay. Type \(digits), or cash and what is handed over:")
        ]
            + amounts.enumerated().map { index, given in
                let change =
                    given == due ? "no change" : "change \(amount(given - due))"
                return Row(
                    .plain,
                    String(index + 1).leftPadded(to: 3) + "  cash "
                        + amount(given).leftPadded(to: 12) + "  " + change)
            }
    }

    /// A confirmation arrived for an attempt of another amount, which was not taken.
    package func otherAmountCame(_ came: Money, for attempt: PaymentAttempt) -> Row {
        Row(
            .notice,
            "UPI: \(amount(came)) came for \(attempt.id), but \(amount(attempt.amount)) was asked "
                + "for. Nothing was taken. Look at the bank's app, then type ok or back.")
    }

    /// A confirmation arrived for an attempt that no open bill waits for.
    package func strayPayment(_ came: Money, attempt: String) -> Row {
        Row(
            .notice,
            "UPI: \(amount(came)) came for \(attempt), which no open bill waits for. "
                + "Give it back, or take up its bill again.")
    }

    func paymentSentence(for rejection: PaymentRejection) -> String {
        switch rejection {
        case .noAmount: "An amount above zero is needed. Nothing was changed."
        case .paysTooMuch(let left):
            "Only \(amount(left)) is left to pay, and change is given for cash only."
        case .tooMuchCash(_, let ceiling):
            "\(amount(ceiling)) or more in cash may not be taken on one bill (Income-tax Act, "
                + "section 269ST). Take it by UPI, card or bank."
        case .tooMuchCashToday(let earlier, let ceiling):
            "This customer has paid \(amount(earlier)) in cash today; \(amount(ceiling)) or more "
                + "in cash may not be taken from one person on one day (Income-tax Act, section "
                + "269ST). Take it by UPI, card or bank."
        case .creditWithoutCustomer:
            "Credit needs a customer: type phone 98765 43210 first."
        case .billWithoutAccount:
            "That bill has no customer with an account: credit is no way to settle it now."
        case .creditLimit(let room, let balance):
            "Credit refused: \(amount(balance)) is owed already, only \(amount(room)) more can be."
        case .repaysTooMuch(let balance):
            "Only \(amount(balance)) is owed. Nothing was taken."
        case .attemptOpen(let sum):
            "UPI \(amount(sum)) is waited for: type ok when it has come, or back."
        case .oneAttempt:
            "One UPI payment at a time: take the first part, then type upi again for the rest."
        case .noAttempt: "No UPI payment is waited for. Type upi to ask for one."
        case .nothingPaid: "Nothing was paid on this bill yet."
        case .paymentBegun(let sum):
            "\(amount(sum)) is paid or asked for: type back to undo it first."
        case .belowPaid(let sum):
            "The bill would be below the \(amount(sum)) paid or asked for: type back first."
        case .creditTaken:
            "The bill is on this customer's account: type back to undo that first."
        }
    }
}
