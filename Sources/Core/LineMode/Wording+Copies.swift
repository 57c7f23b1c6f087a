package import Billing

extension Wording {
    /// A copy of a receipt is on its way to the printer.
    package func reprinting(_ bill: Bill) -> Row {
        Row(
            .result,
            "Printing a copy of \(bill.number), total \(amount(bill.total)), marked DUPLICATE.")
    }

    /// No bill has this number.
    package func noSuchBill(_ number: String) -> Row {
        Row(.refusal, "No bill has the number \(number). Nothing is printed.")
    }

    /// The till has not sold anything yet.
    package var noBillYet: Row {
        Row(.refusal, "This till has sold nothing yet; there is no bill to print again.")
    }

    /// Receipts are not printed here.
    package var noPrinter: Row {
        Row(
            .refusal,
            "This till has no printer. Start it with --printer, or set one up, to print copies.")
    }

    /// An e-mail address without a customer to give it to.
    package var emailWithoutPhone: Row {
        Row(.refusal, "An e-mail address needs a phone number first: type phone 98765 43210.")
    }
}
