package import Billing

// Answers to Galla's own codes.
extension Wording {
    /// A code that begins like one of Galla's and is none.
    package func unreadableControl(_ code: String, reason: String) -> Row {
        Row(.refusal, "\(code): \(reason) Nothing was done.")
    }

    /// A code that only a person of the shop may use.
    package func staffCode(_ word: String) -> Row {
        Row(
            .refusal,
            "A scan cannot do this, because nobody knows who holds it up. Type \(word) yourself.")
    }

    /// A code whose letters are those of a product with capitals and small letters exchanged.
    package func caseExchanged(_ code: String, soldAs known: String) -> Row {
        Row(
            .notice,
            "No product has the barcode \(code); \(known) was sold, which is the same with capitals "
                + "and small letters exchanged. galla scanner watch shows how to set the scanner.")
    }

    /// What to type now; the rows before it are the bill.
    package var howToPay: Row {
        Row(.plain, "To pay, type cash and what the customer gives, like cash 500.")
    }

    /// A receipt was scanned whose bill is not in these books.
    package func scannedBillUnknown(_ number: String) -> Row {
        Row(
            .refusal,
            "No bill has the number \(number). It may be another shop's, or not have reached this "
                + "till. Nothing was changed.")
    }

    /// A card was scanned whose customer is not in these books.
    package func noSuchCustomer(_ number: String) -> Row {
        Row(
            .refusal,
            "No customer has the number \(number). Ask for the phone number and type phone and "
                + "the number. Nothing was changed.")
    }

    /// A bill of the books as a table: when, for whom, what, how much, how paid.
    package func table(of bill: Bill) -> [Row] {
        let customer = bill.customer.map { [self.customer($0)] } ?? []
        let lines = bill.lines.flatMap { line in
            line.rows.map { row in
                Row(
                    .line,
                    "  \(row.quantity.digits) × \(amount(row.price))   \(amount(row.amount))   "
                        + line.product.name)
            }
        }
        return [Row(.heading, "\(bill.number)   \(bill.soldAt.iso)   \(bill.cashier)")]
            + customer + lines + [
                Row(.result, "total \(amount(bill.total))   \(bill.paymentMethod.lowercased())")
            ]
    }
}
