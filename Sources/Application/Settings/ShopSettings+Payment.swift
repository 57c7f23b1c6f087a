import Billing

// The section `[payment]`.
extension ShopSettings {
    static func payment(
        _ document: SettingsDocument, shopName: String, _ problems: inout [SettingsProblem]
    ) -> Payment {
        var section = SectionReader("payment", of: document)
        defer { problems += section.problems }
        let standard = builtIn.payment
        let ceiling = section.amount(
            "cash_ceiling", default: standard.cash.ceiling ?? .zero, mayBeZero: true)
        let notes = section.notes("notes", default: standard.cash.notes)
        return Payment(
            upiPayee: payee(&section, shopName: shopName),
            cash: CashRules(ceiling: ceiling == .zero ? nil : ceiling, notes: notes),
            creditLimit: section.amount(
                "credit_limit", default: standard.creditLimit, mayBeZero: true))
    }

    private static func payee(_ section: inout SectionReader, shopName: String) -> UPIPayee? {
        let address = section.optionalText(
            "upi_id", default: nil, expected: "a UPI address, like \"shop@okbank\"",
            UPIPayee.isAddress)
        let name = section.optionalText(
            "upi_name", default: nil, expected: "the shop's name as phones show it",
            { $0.count <= 60 })
        let category = section.optionalText(
            "upi_category", default: nil,
            expected: "a merchant category code of four digits, like \"5411\"",
            { $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        let showsCode = section.flag("upi_qr", default: true)
        guard showsCode, let address else { return nil }
        return UPIPayee(address: address, name: name ?? shopName, category: category)
    }
}

extension SectionReader {
    /// Yes or no.
    fileprivate mutating func flag(_ key: String, default standard: Bool) -> Bool {
        value(key, default: standard, expected: "true or false") {
            if case .flag(let value) = $0 { value } else { nil }
        }
    }

    /// An amount of whole currency units.
    fileprivate mutating func amount(
        _ key: String, default standard: Money, mayBeZero: Bool
    ) -> Money {
        value(
            key, default: standard,
            expected: "a whole amount, like 2000" + (mayBeZero ? ", or 0 for none" : "")
        ) { $0.wholeAmount(atLeast: mayBeZero ? 0 : 1) }
    }

    fileprivate mutating func notes(_ key: String, default standard: [Money]) -> [Money] {
        value(key, default: standard, expected: "a list of notes, like [10, 20, 50, 100, 500]") {
            guard case .list(let elements) = $0 else { return nil }
            let notes = elements.compactMap { $0.wholeAmount(atLeast: 1) }
            return notes.count == elements.count ? notes : nil
        }
    }
}

extension SettingsValue {
    fileprivate func wholeAmount(atLeast least: Int) -> Money? {
        guard case .integer(let units) = self, units >= least,
            units <= Money.limit.minorUnits / 100
        else { return nil }
        return Money(minorUnits: Int64(units) * 100)
    }
}
