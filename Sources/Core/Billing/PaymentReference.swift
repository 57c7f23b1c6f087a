/// What somebody else calls a payment: a UTR, the number on a card terminal's slip.
///
/// Never a card's number: a text with 13 to 19 digits that pass the check of ISO/IEC 7812 (Luhn)
/// is refused, however the digits are grouped, so that no card data gets into the books.
package struct PaymentReference: Hashable, Sendable {
    /// The text, without white space at its ends.
    package let string: String

    /// The most characters of a reference.
    package static let longest = 40

    /// Why a text is no reference.
    package enum Refusal: Error, Hashable, Sendable {
        /// Nothing that shows.
        case empty
        /// More than `longest` characters.
        case tooLong
        /// A character that could command a device.
        case forbidden
        /// It looks like the number of a card.
        case cardNumber
    }

    /// Accepts a short text that cannot be a card's number.
    package init(parsing raw: some StringProtocol) throws(Refusal) {
        let text: Text
        do throws(Text.Refusal) {
            text = try Text(raw, limit: Self.longest)
        } catch {
            switch error {
            case .empty: throw .empty
            case .tooLong: throw .tooLong
            case .forbidden: throw .forbidden
            }
        }
        guard !CardNumber.isIn(text.string) else { throw .cardNumber }
        string = text.string
    }

    /// Takes a reference that the books gave, such as a stored one or a credit note's number.
    package init(stored string: String) {
        self.string = string
    }
}

/// The numbers of payment cards, which no text of the books may hold (ISO/IEC 7812).
package enum CardNumber {
    /// Whether a text has a run of 13 to 19 digits that pass the check, spaces and dashes aside.
    package static func isIn(_ text: some StringProtocol) -> Bool {
        var run: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let digit = scalar.properties.numericType == .decimal
                ? scalar.properties.numericValue : nil
            {
                run.append(UInt8(digit))
            } else if !" -\u{00A0}./".unicodeScalars.contains(scalar) {
                if isCard(run) { return true }
                run = []
            }
        }
        return isCard(run)
    }

    private static func isCard(_ digits: [UInt8]) -> Bool {
        guard (13...19).contains(digits.count) else { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element)
            guard digit.offset % 2 == 1 else { return sum + value }
            return sum + (value > 4 ? value * 2 - 9 : value * 2)
        }
        return sum % 10 == 0
    }
}
