/// A phone number in the one form in which it is stored and compared.
package struct Phone: Hashable, Sendable {
    /// The digits, without country code and trunk prefix.
    package let digits: String

    /// What counts as a phone number where the shop is.
    package struct Rule: Hashable, Sendable {
        /// The country's calling code, dropped when written with `+`, `00` or at full length.
        package let countryCode: String
        /// The digit dialled before a national number, dropped.
        package let trunkPrefix: String
        /// How many digits a number has.
        package let length: Int
        /// The digits a number may start with.
        package let firstDigits: String

        /// Gathers a rule, as the configuration states it.
        package init(countryCode: String, trunkPrefix: String, length: Int, firstDigits: String) {
            self.countryCode = countryCode
            self.trunkPrefix = trunkPrefix
            self.length = length
            self.firstDigits = firstDigits
        }

        /// Indian mobile numbers: ten digits, the first of them 6 to 9.
        package static let india = Rule(
            countryCode: "91", trunkPrefix: "0", length: 10, firstDigits: "6789")

        /// The rule in a sentence.
        package var sentence: String {
            "a phone number has \(length) digits and starts with one of "
                + firstDigits.map(String.init).joined(separator: ", ")
        }
    }

    /// A text that is no phone number by the rule.
    package struct Refusal: Error, Hashable, Sendable {
        /// The rule it broke.
        package let rule: Rule
    }

    /// Reads a number as people write it: spaces, dashes, dots and brackets are dropped, then the
    /// country code or the trunk prefix.
    package init(parsing text: some StringProtocol, rule: Rule = .india) throws(Refusal) {
        let kept = text.unicodeScalars.filter { !" -.()\u{00A0}".unicodeScalars.contains($0) }
        var rest = Substring(String(String.UnicodeScalarView(kept)))
        let international = ["+" + rule.countryCode, "00" + rule.countryCode]
        if let prefix = international.first(where: rest.hasPrefix) {
            rest = rest.dropFirst(prefix.count)
        } else if rest.count == rule.countryCode.count + rule.length,
            rest.hasPrefix(rule.countryCode)
        {
            rest = rest.dropFirst(rule.countryCode.count)
        }
        if rest.count == rule.trunkPrefix.count + rule.length, rest.hasPrefix(rule.trunkPrefix) {
            rest = rest.dropFirst(rule.trunkPrefix.count)
        }
        guard rest.unicodeScalars.count == rule.length,
            rest.unicodeScalars.allSatisfy({ $0.isDecimalDigit }),
            let first = rest.first, rule.firstDigits.contains(first)
        else { throw Refusal(rule: rule) }
        digits = String(rest)
    }
}
