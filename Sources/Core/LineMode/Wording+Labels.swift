package import Billing

extension Wording {
    /// A pack with a price of its own, of a product that is on the bill at another one.
    package func labelPriceDiffers(
        _ price: Money, from line: CartLine, _ product: Product
    ) -> Row {
        let other = line.rows.map { amount($0.price) }.joined(separator: " and ")
        return Row(
            .refusal,
            "The label says \(amount(price)), and it is on the bill at \(other). Put it on a bill "
                + "of its own, or type how many at that price: \(product.name)")
    }

    /// Measured goods whose label has a price: it is not exactly a weight's.
    package func labelPriceRounded(
        _ price: Money, charged: Money, _ quantity: Quantity, _ product: Product
    ) -> Row {
        Row(
            .notice,
            "The label says \(amount(price)); \(quantity.digits) \(product.unit.symbol) of it are "
                + "\(amount(charged)).")
    }

    /// A label's price is in other money, or finer than money is.
    package func labelPriceForeign(_ price: String, _ product: Product) -> Row {
        Row(
            .refusal,
            "The label's price \(price) is not in this shop's money. Weigh it or count it, and type "
                + "how much: \(product.name)")
    }
}
