/// A product that a cashier puts into the catalogue on the spot, with its goods in hand.
package struct NewProduct: Hashable, Sendable {
    /// Its code as typed or scanned.
    package let code: String
    /// What the catalogue is to call it.
    package let name: String
    /// What one unit of it sells for.
    package let price: Money
    /// What one unit cost; zero until somebody knows.
    package let cost: Money
    /// The unit it is sold in.
    package let unit: Product.Unit
    /// The tax in the price.
    package let rate: TaxRate

    /// Gathers what the cashier typed; `cost` is not above `price`.
    package init(
        code: String, name: Text, price: Money, cost: Money, unit: Product.Unit, rate: TaxRate
    ) {
        self.code = code
        self.name = name.string
        self.price = price
        self.cost = cost
        self.unit = unit
        self.rate = rate
    }
}
