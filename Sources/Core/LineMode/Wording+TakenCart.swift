package import Billing

extension Wording {
    /// A slip of another till was scanned, and the tills share no key.
    package var cartWithoutKey: Row {
        Row(
            .refusal,
            "This slip is another till's. Set cart_key under [kiosk] to the same text at both, or "
                + "scan the articles.")
    }

    /// A slip whose mark does not fit.
    package var cartDamaged: Row {
        Row(
            .refusal,
            "This slip is damaged, or no till of this shop has made it. Nothing was taken: scan it "
                + "again, or scan the articles.")
    }

    /// A slip that was taken over and sold before.
    package func cartSold(_ bill: Bill) -> Row {
        Row(.refusal, "This slip is sold already: \(bill.number), \(amount(bill.total)).")
    }

    /// A line of a slip whose article this till does not have.
    package func cartLineUnknown(_ line: CartCode.Line) -> Row {
        Row(
            .notice,
            "Not taken from the slip: \(line.quantity.digits) × \(line.code) is in no catalogue here."
        )
    }
}
