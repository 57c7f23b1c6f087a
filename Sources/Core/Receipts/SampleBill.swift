package import Billing

/// Bills of a made-up shop, to see what receipts look like before anything is sold.
package enum SampleBill: String, Hashable, Sendable, CaseIterable {
    /// Two products, cash and change, no tax.
    case plain
    /// Discounts, several rates, rounding, savings, two means of payment.
    case tax
    /// Names in Devanagari.
    case hindi
    /// Names in Tamil.
    case tamil
    /// Names in Arabic, which is written from right to left.
    case arabic
    /// Names that need several lines.
    case long
    /// Put on the customer's account.
    case credit
    /// Of a shop in the composition scheme.
    case composition
    /// Goods that came back.
    case `return`

    /// The bill; the same one each time.
    package var bill: Bill {
        switch self {
        case .plain:
            Self.bill(Self.basket.prefix(2), .plain, [(.cash, 500_00, nil)])
        case .tax:
            Self.bill(
                Self.basket[...], Self.regular,
                [(.upi, 400_00, "432112345678"), (.cash, 300_00, nil)],
                discount: .percent(hundredths: 5_00), customer: ("Asha Kulkarni", "9876543210"))
        case .hindi:
            Self.bill(
                Self.hindiBasket[...], Self.regular, [(.cash, 1_000_00, nil)],
                customer: ("श्रीमती मीनाक्षी", "9812345678"))
        case .tamil:
            Self.bill(
                Self.tamilBasket[...], Self.regular, [(.upi, nil, "432198765432")],
                customer: ("மீனாட்சி சுந்தரம்", "9812345678"))
        case .arabic:
            Self.bill(Self.arabicBasket[...], .plain, [(.cash, 1_000_00, nil)])
        case .long:
            Self.bill(
                Self.longBasket[...], Self.regular, [(.card, nil, "004217")],
                customer: ("Thiruvengadam Venkatasubramanian Iyer", "9876501234"))
        case .credit:
            Self.bill(
                Self.basket[...], Self.regular, [(.credit, nil, nil)],
                customer: ("Asha Kulkarni", "9876543210"))
        case .composition:
            Self.bill(
                Self.basket[...], BillTerms(regime: .composition), [(.cash, 1_000_00, nil)])
        case .return:
            Self.bill(
                Self.basket.prefix(1), Self.regular, [(.cash, nil, nil)],
                customer: ("Asha Kulkarni", "9876543210"),
                kind: .creditNote(of: "BILL-2601000042"))
        }
    }

    private static let regular = BillTerms(regime: .regular, rounding: .rupee)

    /// Reckons a bill as the till does; a payment without an amount takes the total.
    private static func bill(
        _ goods: ArraySlice<SampleGoods>, _ terms: BillTerms,
        _ tenders: [(Tender, Int64?, String?)], discount: Discount? = nil,
        customer: (name: String, phone: String)? = nil, kind: BillKind = .sale
    ) -> Bill {
        guard let soldAt = CivilTime(iso: "2026-11-15 18:05:00") else {
            preconditionFailure("the day exists")
        }
        let cart = goods.map(\.cartLine)
        let reckoning = Reckoning(cart, discount: discount, terms: terms)
        let number = kind == .sale ? "BILL-2601000042" : "CN-2601000003"
        let payments = tenders.map { tender, amount, reference in
            Payment(
                tender: tender,
                amount: amount.map(Money.init(minorUnits:)) ?? reckoning.totals.total,
                reference: reference.map(PaymentReference.init(stored:)))
        }
        return Bill(
            number: number, invoiceNumber: number, reference: SaleReference("sample"),
            lines: zip(cart, reckoning.lines).map {
                BillLine(product: $0.product, parts: $0.parts, amounts: $1)
            },
            subtotal: reckoning.totals.gross, total: reckoning.totals.total, totalCost: .zero,
            payments: payments,
            change: payments.map(\.amount).total() - reckoning.totals.total,
            customer: customer.map {
                BillCustomer(
                    id: CustomerID(42), number: "CUST0042", name: $0.name, phone: $0.phone,
                    email: nil)
            },
            cashier: "Ravi", soldAt: soldAt, totals: reckoning.totals, regime: terms.regime,
            kind: kind)
    }
}
