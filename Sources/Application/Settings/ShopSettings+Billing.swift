import Billing

// The sections of tax and of bills.
extension ShopSettings {
    static func tax(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Tax {
        var section = SectionReader("tax", of: document)
        defer { problems += section.problems }
        let regimes: [(String, TaxRegime?)] =
            [("auto", nil)] + TaxRegime.allCases.map { ($0.rawValue, $0) }
        let standard = Int((builtIn.tax.buyerFrom ?? .zero).minorUnits / 100)
        // Up to the largest amount a till takes; zero is for never.
        let from = section.integer("buyer_from", in: 0...999_999_999, default: standard)
        return Tax(
            regime: section.word("regime", among: regimes, default: builtIn.tax.regime),
            costsIncludeGST: section.flag(
                "cost_includes_gst", default: builtIn.tax.costsIncludeGST),
            buyerFrom: from == 0 ? nil : Money(minorUnits: Int64(from) * 100))
    }

    static func billing(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Billing {
        var section = SectionReader("billing", of: document)
        defer { problems += section.problems }
        let standard = builtIn.billing
        return Billing(
            rounding: section.word(
                "rounding", among: BillRounding.allCases.map { ($0.rawValue, $0) },
                default: standard.rounding),
            mrp: section.word(
                "mrp", among: [("ask", .ask), ("lowest", .lowest), ("oldest", .oldest)],
                default: standard.mrp),
            discountLimitPercent: section.integer(
                "discount_limit_percent", in: 0...100, default: standard.discountLimitPercent),
            sellsBelowZero: section.flag("sell_below_zero", default: standard.sellsBelowZero),
            addsProducts: section.flag("quick_add", default: standard.addsProducts))
    }
}
