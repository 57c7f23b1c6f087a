package import Billing

/// What the catalogue says of a product.
package struct CatalogueEntry: Hashable, Sendable {
    /// Its name on screen and receipt.
    package let name: String
    /// The unit it is sold in.
    package let unit: Product.Unit
    /// Its code in the harmonised system, if known.
    package let hsn: String?
    /// Its GST rate in hundredths of a percent (1800 is 18 %).
    package let gstRate: Int
    /// The shelf it belongs to, if the shop keeps such lists.
    package let category: String?
    /// Whether its tax is that of the printed price, whatever it sells for.
    package let isTaxedOnMRP: Bool

    /// Gathers an entry whose texts have been checked.
    package init(
        name: String, unit: Product.Unit, hsn: String?, gstRate: Int, category: String?,
        isTaxedOnMRP: Bool = false
    ) {
        self.name = name
        self.unit = unit
        self.hsn = hsn
        self.gstRate = gstRate
        self.category = category
        self.isTaxedOnMRP = isTaxedOnMRP
    }
}

/// A batch on its way into stock.
package struct BatchReceipt: Hashable, Sendable {
    /// The product it is a batch of.
    package let product: ProductID
    /// The label people know it by, unique for the product.
    package let label: String
    /// The day it came; the oldest is sold first.
    package let receivedOn: CivilDate
    /// The last day on which it may be sold.
    package let expiresOn: CivilDate?
    /// How much came; above zero.
    package let quantity: Quantity
    /// What one unit cost.
    package let cost: Money
    /// What one unit sells for; not below `cost`, not above `mrp`.
    package let price: Money
    /// The maximum retail price on the pack, if one is printed.
    package let mrp: Money?

    /// Gathers a batch that has been checked.
    package init(
        product: ProductID, label: String, receivedOn: CivilDate, expiresOn: CivilDate?,
        quantity: Quantity, cost: Money, price: Money, mrp: Money?
    ) {
        self.product = product
        self.label = label
        self.receivedOn = receivedOn
        self.expiresOn = expiresOn
        self.quantity = quantity
        self.cost = cost
        self.price = price
        self.mrp = mrp
    }
}
