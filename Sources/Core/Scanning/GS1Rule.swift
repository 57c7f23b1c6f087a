/// How long an application identifier and its value are, by the identifier's first two digits.
///
/// From the GS1 General Specifications: figure 7.8.2-1 for the identifiers' own lengths, figure
/// 7.8.5-2 for the values of predefined length; these alone may stand without a separator behind.
struct GS1Rule: Hashable, Sendable {
    /// Digits of the whole identifier.
    let identifierLength: Int
    /// Characters of the value.
    let length: Length

    /// What a value may have.
    enum Length: Hashable, Sendable {
        /// So many digits, without a separator behind them.
        case exactly(Int)
        /// At least one character and at most so many, up to a separator or the end.
        case upTo(Int)
    }

    /// The longest value of any identifier.
    private static let longest = 90

    /// The rule for an identifier that begins like this; nil when GS1 has given none.
    static func rule(for identifier: some Collection<UInt8>) -> GS1Rule? {
        let digits = identifier.prefix(2).map { Int($0) - 0x30 }
        guard digits.count == 2, digits.allSatisfy({ 0...9 ~= $0 }) else { return nil }
        return rule(digits[0] * 10 + digits[1])
    }

    private static func rule(_ firstTwo: Int) -> GS1Rule? {
        switch firstTwo {
        case 0: GS1Rule(identifierLength: 2, length: .exactly(18))
        case 1...3: GS1Rule(identifierLength: 2, length: .exactly(14))
        case 4: GS1Rule(identifierLength: 2, length: .exactly(16))
        case 10, 21, 22: GS1Rule(identifierLength: 2, length: .upTo(20))
        case 11...19: GS1Rule(identifierLength: 2, length: .exactly(6))
        case 20: GS1Rule(identifierLength: 2, length: .exactly(2))
        case 23...25: GS1Rule(identifierLength: 3, length: .upTo(longest))
        case 30, 37: GS1Rule(identifierLength: 2, length: .upTo(8))
        case 31...36: GS1Rule(identifierLength: 4, length: .exactly(6))
        case 39: GS1Rule(identifierLength: 4, length: .upTo(18))
        case 41: GS1Rule(identifierLength: 3, length: .exactly(13))
        case 40, 42, 71: GS1Rule(identifierLength: 3, length: .upTo(longest))
        case 43, 70, 72, 80...82: GS1Rule(identifierLength: 4, length: .upTo(longest))
        case 90...99: GS1Rule(identifierLength: 2, length: .upTo(longest))
        default: nil
        }
    }
}
