/// A rate of tax in hundredths of a percent: 1800 is 18 %, 25 is 0.25 %.
package struct TaxRate: Hashable, Comparable, Sendable {
    /// The rate in hundredths of a percent, 0 to 10,000.
    package let hundredths: Int

    /// Takes a rate that has been checked.
    package init(hundredths: Int) {
        precondition((0...100_00).contains(hundredths), "a tax rate of 0 to 100 percent")
        self.hundredths = hundredths
    }

    /// Exempt goods.
    package static let zero = TaxRate(hundredths: 0)

    package static func < (left: TaxRate, right: TaxRate) -> Bool {
        left.hundredths < right.hundredths
    }

    /// The rate in percent without needless decimals: `18`, `0.25`.
    package var digits: String { Quantity(thousandths: Int64(hundredths) * 10).digits }
}
