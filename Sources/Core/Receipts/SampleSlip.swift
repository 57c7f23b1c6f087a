package import Billing

/// Papers of a made-up shop that are no bills, to see what they look like before one is needed.
package enum SampleSlip: String, Hashable, Sendable, CaseIterable {
    /// A bill that was put aside.
    case held
    /// What a customer owes and why.
    case statement
    /// What a customer paid off.
    case repayment
    /// A UPI payment that is asked for.
    case upi
    /// The report of a shift that was closed.
    case shift

    /// The slip; the same one each time.
    ///
    /// The code of a payment names `payee`, so that its size is the shop's own; where the shop has
    /// none it names one that does not exist.
    package func slip(payingTo payee: UPIPayee?) -> Slip {
        switch self {
        case .held: .heldBill(Self.parked)
        case .statement: .statement(Self.account)
        case .repayment: .repayment(Self.payment)
        case .shift: .shiftReport(Self.closedShift)
        case .upi:
            .upiCode(
                UPIRequest(
                    PaymentAttempt(id: "SAMPLE0000000042", amount: SampleBill.plain.bill.total),
                    to: payee ?? Self.noPayee, at: Self.moment("2026-11-15 18:05:00")))
        }
    }

    private static let holder = AccountHolder(
        number: "CUST0042", name: "Asha Kulkarni", phone: "9876543210")
    private static let noPayee = UPIPayee(address: "shop@bank", name: "Sample shop", category: nil)

    private static var parked: HeldSlip {
        let bill = SampleBill.credit.bill
        return HeldSlip(
            number: 3, since: moment("2026-11-15 17:40:00"), cashier: bill.cashier,
            customer: holder,
            rows: bill.lines.map { line in
                HeldSlip.Row(
                    name: line.product.name, quantity: line.quantity,
                    unit: line.product.unit.symbol, amount: line.amounts.net)
            }, total: bill.total, code: "GALLA-RESUME-3-O")
    }

    private static var account: AccountStatement {
        let total = SampleBill.credit.bill.total
        let repaid = Money(minorUnits: 500_00)
        let before = Money(minorUnits: 1_240_50)
        return AccountStatement(
            holder: holder, broughtForward: before,
            entries: [
                KhataEntry(
                    kind: .sale, amount: total, billNumber: "BILL-2601000042", tender: nil,
                    at: moment("2026-11-10 18:05:00")),
                KhataEntry(
                    kind: .repayment, amount: .zero - repaid, billNumber: nil, tender: .upi,
                    at: moment("2026-11-14 11:20:00")),
            ], balance: before + total - repaid, limit: Money(minorUnits: 5_000_00),
            at: moment("2026-11-15 18:05:00"))
    }

    private static var payment: RepaymentReceipt {
        RepaymentReceipt(
            holder: holder, amount: Money(minorUnits: 500_00), tender: .upi,
            reference: PaymentReference(stored: "432112345678"),
            left: account.balance, cashier: "Ravi", at: moment("2026-11-14 11:20:00"))
    }

    private static var closedShift: ShiftReport {
        var figures = ShiftFigures()
        (figures.bills, figures.creditNotes) = (84, 1)
        figures.sales = Money(minorUnits: 18_450_00)
        figures.returns = Money(minorUnits: 120_00)
        figures.tax = Money(minorUnits: 1_306_50)
        figures.payOuts = Money(minorUnits: 150_00)
        figures.tenders = [(Tender.cash, Int64(11_200_00)), (.upi, 7_250_00)].map { tender, sum in
            var means = TenderFigures(tender)
            means.taken = Money(minorUnits: sum)
            if tender == .cash { means.givenBack = figures.returns }
            return means
        }
        return ShiftReport(
            number: 12,
            opening: ShiftOpening(
                till: 1, float: Money(minorUnits: 2_000_00), cashier: "Ravi",
                at: moment("2026-11-15 09:00:00"), openCash: .zero),
            at: moment("2026-11-15 21:10:00"), cashier: "Ravi",
            facts: ShiftFacts(
                figures: figures, outside: ShiftFigures(), openCash: .zero, documents: 5_042,
                chainHead: String(repeating: "3fa9c1", count: 10) + "07bd"),
            counted: Money(minorUnits: 12_920_00))
    }

    private static func moment(_ iso: String) -> CivilTime {
        guard let moment = CivilTime(iso: iso) else { preconditionFailure("the day exists") }
        return moment
    }
}
