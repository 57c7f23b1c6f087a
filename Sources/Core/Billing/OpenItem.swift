/// Something that is sold once and is in no catalogue.
package struct OpenItem: Hashable, Sendable {
    /// What it is called on the receipt.
    package let name: String
    /// What one of it sells for.
    package let price: Money
    /// The tax in the price.
    package let rate: TaxRate

    /// Gathers what the cashier typed.
    package init(name: Text, price: Money, rate: TaxRate) {
        self.name = name.string
        self.price = price
        self.rate = rate
    }

    /// The stock it is taken from: as much as a line can hold, at no known cost.
    var offer: Offer {
        let product = Product(
            id: .openItem, barcode: "", name: name, unit: Product.Unit("pc"), rate: rate)
        return .openItem(product, price: price)
    }
}

extension ProductID {
    /// The row that stands for everything that is in no catalogue.
    package static let openItem = ProductID(0)
}

extension BatchID {
    /// The batch that stands for goods without stock; nothing is ever taken from it.
    package static let openItem = BatchID(0)
}

extension Offer {
    /// What there is of an open item: as much as a line can hold, at no known cost.
    static func openItem(_ product: Product, price: Money) -> Offer {
        let batch = Batch(
            id: .openItem, label: "open", available: .limit, cost: .zero, price: price, mrp: nil)
        return Offer(product: product, batches: [batch])
    }
}
