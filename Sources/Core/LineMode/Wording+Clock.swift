package import Billing

extension Wording {
    /// Billing waits until a person says that the clock is right.
    package func clockDoubted(_ doubt: ClockDoubt) -> Row {
        let (what, advice): (String, String)
        switch doubt {
        case .unset(let now):
            what = "The clock says \(now.receiptText): it was never set"
            advice = "Set it"
        case .behind(let now, let lastBill):
            what =
                "The clock says \(now.receiptText), and the last bill is of "
                + "\(lastBill.receiptText), which is later"
            advice = "Set it"
        case .ahead(let now, let lastBill):
            what =
                "The clock says \(now.receiptText), and the last bill is of "
                + "\(lastBill.receiptText), long before"
            advice = "Look at it"
        }
        return Row(
            .refusal,
            "\(what). Bills wait, scanning goes on. \(advice), or type clock ok if it is right.")
    }

    /// A person said that the clock is right.
    package func clockConfirmed(at now: CivilTime) -> Row {
        Row(.plain, "Noted: the clock is right at \(now.receiptText). Bills can be paid.")
    }

    /// What the clock says, when nothing is wrong with it.
    package func clock(at now: CivilTime) -> Row {
        Row(.plain, "The clock says \(now.receiptText).")
    }
}
