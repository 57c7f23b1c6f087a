/// What the till needs to know of a product to sell it.
package struct Product: Hashable, Sendable {
    /// Its row.
    package let id: ProductID
    /// The code it was found by, as people see it on the pack.
    package let barcode: String
    /// Its name on screen and receipt, in any script.
    package let name: String
    /// The unit it is sold in (`pc`, `kg`, `l`).
    package let unit: Unit
    /// Its code in the harmonised system, if known.
    package let hsn: String?
    /// The rate of the tax in its price, as it is on the day of the sale.
    package let rate: TaxRate
    /// Whether the tax is that of the printed price, whatever it sells for.
    package let isTaxedOnMRP: Bool

    /// Gathers what the catalogue says.
    package init(
        id: ProductID, barcode: String, name: String, unit: Unit, hsn: String? = nil,
        rate: TaxRate = .zero, isTaxedOnMRP: Bool = false
    ) {
        self.id = id
        self.barcode = barcode
        self.name = name
        self.unit = unit
        self.hsn = hsn
        self.rate = rate
        self.isTaxedOnMRP = isTaxedOnMRP
    }

    /// The same product with the tax that holds for another description of it.
    func taxed(like other: Product) -> Product {
        Product(
            id: id, barcode: barcode, name: name, unit: unit, hsn: other.hsn, rate: other.rate,
            isTaxedOnMRP: other.isTaxedOnMRP)
    }

    /// A unit of sale: counted goods come in whole pieces, measured goods in thousandths.
    package struct Unit: Hashable, Sendable {
        /// The short name on screen and paper.
        package let symbol: String

        /// Takes a unit by its symbol; `pc` and its relatives are counted, all others measured.
        package init(_ symbol: String) {
            self.symbol = symbol
        }

        /// Whether only whole numbers of it can be sold.
        package var isCounted: Bool {
            ["pc", "pcs", "piece", "pack", "box", "bottle", "dozen"].contains(symbol)
        }

        /// Whether receipts leave the unit out because it goes without saying.
        package var isSilent: Bool {
            ["pc", "pcs", "piece"].contains(symbol)
        }
    }
}
