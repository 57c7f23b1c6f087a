extension Money {
    /// Why a text is no amount.
    package enum ParseError: Error, Hashable, Sendable {
        /// Not digits with at most one decimal point.
        case notAnAmount
        /// More than two decimals.
        case tooPrecise
        /// Beyond `Money.limit`.
        case tooLarge
    }

    /// Reads `600`, `85.5`, `₹1,200.00`; at most two decimals; no sign.
    ///
    /// A currency sign in front and commas that group digits are a person's habit and are dropped.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        var scalars = text.unicodeScalars.drop { $0 == " " || $0 == "₹" }
        while scalars.last == " " { scalars.removeLast() }
        let parts = scalars.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !(whole.isEmpty && parts.count == 1) else {
            throw .notAnAmount
        }
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        guard !whole.isEmpty || !decimals.isEmpty else { throw .notAnAmount }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count == 1 || Self.areGroups(groups.map(\.count)) else { throw .notAnAmount }
        let units = try Self.number(whole.filter { $0 != "," }, limit: Money.limit.minorUnits / 100)
        guard decimals.count <= 2 else {
            guard decimals.allSatisfy({ $0.isDecimalDigit }) else { throw .notAnAmount }
            throw .tooPrecise
        }
        let fraction = try Self.number(decimals, limit: 99)
        minorUnits = units * 100 + (decimals.count == 1 ? fraction * 10 : fraction)
    }

    /// `1,00,000` and `100,000` are grouped; `12,50` is somebody's decimal comma and no amount.
    private static func areGroups(_ lengths: [Int]) -> Bool {
        lengths.last == 3 && (1...3).contains(lengths[0])
            && lengths.dropFirst().dropLast().allSatisfy { $0 == 2 || $0 == 3 }
    }

    private static func number(
        _ digits: some Collection<Unicode.Scalar>, limit: Int64
    ) throws(ParseError) -> Int64 {
        var value: Int64 = 0
        for digit in digits {
            guard digit.isDecimalDigit else { throw .notAnAmount }
            value = value * 10 + Int64(digit.value - 48)
            guard value <= limit else { throw .tooLarge }
        }
        return value
    }

    /// The amount in digits with two decimals: `1234.50`, `-0.05`.
    package var digits: String {
        let (units, fraction) = minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
        var text = minorUnits < 0 ? "-" : ""
        text += String(units)
        text += fraction < 10 ? ".0" : "."
        text += String(fraction)
        return text
    }

    /// The amount as a receipt says it: whole units without decimals, else two.
    package var shortDigits: String {
        minorUnits % 100 == 0 ? String(minorUnits / 100) : digits
    }
}

extension Unicode.Scalar {
    /// One of `0`…`9`; digits of other scripts are not amounts here.
    var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}
