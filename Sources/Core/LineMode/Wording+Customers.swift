package import Billing

extension Wording {
    /// The bill goes on without the customer that was asked for.
    package func customerMissed(_ warning: String) -> Row {
        Row(.notice, "The sale goes on without a customer: \(warning).")
    }

    /// Why a customer could not be looked up.
    package func customersUnreachable(reason: String) -> Row {
        Row(.notice, "The customers' books said: \(reason). Type the phone again to try again.")
    }

    /// A customer's postal address was written, or taken away.
    package func address(_ address: Text?, of customer: BillCustomer) -> Row {
        Row(
            .customer,
            address.map { "\(customer.number)   \($0.string)" }
                ?? "\(customer.number) has no address any more.")
    }

    /// `bills` without anybody whose they could be.
    package var billsOfWhom: Row {
        Row(
            .refusal,
            "Which bills? Type bills 98765 43210, CUST0001, a part of a number, a day as 2026-11-15, "
                + "or an amount as 250.00.")
    }

    /// No bill is as it was asked for.
    package var noBillFits: Row { Row(.refusal, "No bill fits that.") }

    /// Words behind `bills` that say nothing.
    package func noSuchSearch(_ error: BillSearchError) -> Row {
        Row(.refusal, "\(error.description). Nothing was looked up.")
    }

    /// One bill in a list; the customer's name stands last.
    package func row(
        ofBill number: String, soldAt: CivilTime, total: Money, paymentMethod: String,
        customer: String
    ) -> Row {
        let columns = [
            number, soldAt.receiptText, amount(total).leftPadded(to: 12), paymentMethod, customer,
        ]
        return Row(.plain, columns.joined(separator: "  "))
    }

    /// A list of bills, the newest first; `hasMore` says that older ones were left out.
    package func bills(_ rows: [Row], hasMore: Bool) -> [Row] {
        guard !rows.isEmpty else { return [Row(.plain, "No bill of this customer.")] }
        let more = Row(.notice, "There are older ones: galla customer bills shows them all.")
        return [Row(.heading, "Bills, the newest first:")] + rows + (hasMore ? [more] : [])
    }
}
