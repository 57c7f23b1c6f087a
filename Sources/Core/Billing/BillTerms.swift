/// The shop's rules that a bill is reckoned by, from its opening to its payment.
package struct BillTerms: Hashable, Sendable {
    /// Which taxes the shop collects.
    package let regime: TaxRegime
    /// What the bill's total is rounded to.
    package let rounding: BillRounding
    /// Whether the costs of batches have the tax in them, as prices do.
    package let costsIncludeTax: Bool
    /// The largest discount on a line or a bill, in hundredths of a percent.
    package let discountLimit: Int
    /// The total from which a tax invoice has to name the buyer; nil for never.
    ///
    /// Indian GST rule 46(e) says ₹50,000.
    package let buyerNeededFrom: Money?

    /// Gathers the rules.
    package init(
        regime: TaxRegime = .unregistered, rounding: BillRounding = .none,
        costsIncludeTax: Bool = true, discountLimit: Int = 100_00, buyerNeededFrom: Money? = nil
    ) {
        self.regime = regime
        self.rounding = rounding
        self.costsIncludeTax = costsIncludeTax
        self.discountLimit = discountLimit
        self.buyerNeededFrom = buyerNeededFrom
    }

    /// The plainest shop: no tax, no rounding, no limit.
    package static let plain = BillTerms()

    /// A cost with the tax in it, so that it can be laid beside a price; rounded up.
    package func costBesidePrice(_ cost: Money, _ rate: TaxRate) -> Money {
        guard !costsIncludeTax else { return cost }
        let product = Int128(cost.minorUnits) * Int128(100_00 + rate.hundredths)
        return Money(minorUnits: Int64((product + 99_99) / 100_00))
    }

    /// Whether a price, cut to `share` of `whole`, is below a cost; exact, nothing is rounded.
    func isBelow(
        _ cost: Money, _ price: Money, _ rate: TaxRate, share: Money = Money(minorUnits: 1),
        of whole: Money = Money(minorUnits: 1)
    ) -> Bool {
        let tax = Int128(costsIncludeTax ? 100_00 : 100_00 + rate.hundredths)
        return Int128(price.minorUnits) * Int128(share.minorUnits) * 100_00
            < Int128(cost.minorUnits) * Int128(whole.minorUnits) * tax
    }
}

/// Which taxes a shop collects on its bills.
package enum TaxRegime: String, Hashable, Sendable, CaseIterable {
    /// No registration: bills say nothing of tax.
    case unregistered
    /// A share of the turnover is paid, and no tax may be collected: a bill of supply.
    case composition
    /// The tax is in the prices, and the bill says how much: a tax invoice.
    case regular
}

/// What the total of a bill is rounded to.
package enum BillRounding: String, Hashable, Sendable, CaseIterable {
    /// The minor unit; nothing changes.
    case none
    /// The whole unit, halves up.
    case rupee

    /// What rounding adds to an amount that is not negative; negative where it takes off.
    package func difference(of amount: Money) -> Money {
        switch self {
        case .none: .zero
        case .rupee: Money(minorUnits: (amount.minorUnits + 50) / 100 * 100) - amount
        }
    }
}

/// What a bill is opened with: facts from outside that its first event brings along.
package struct BillOpening: Hashable, Sendable {
    /// The identity that the sale keeps.
    package let reference: SaleReference
    /// The rules that hold in the shop now.
    package let terms: BillTerms

    /// Gathers what a bill is opened with.
    package init(_ reference: SaleReference, terms: BillTerms = .plain) {
        self.reference = reference
        self.terms = terms
    }
}
