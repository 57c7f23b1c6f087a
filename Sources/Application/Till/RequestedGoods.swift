import Billing
import Digest

/// The goods of a sale that was asked for, product by product, however they were named.
struct RequestedGoods {
    /// One product.
    struct Line {
        /// What there is of it.
        let offer: Offer
        var quantity: Quantity
        /// How much of it was shown at which price.
        var prices: [Money: Quantity] = [:]

        var product: Product { offer.product }

        /// The one price that was shown for it; nil where there were several.
        var onlyPrice: Money? { prices.count == 1 ? prices.keys.first : nil }
    }

    /// The products in the order in which they were first named.
    private(set) var lines: [Line] = []

    /// Puts what leaves the stock beside what the receipt says; `offers` finds what is named.
    ///
    /// Throws where the two disagree, or where a sum of the receipt is no sum.
    init(_ asked: SaleRequest, _ offers: [String: Offer]) throws(TillRefusal) {
        for item in asked.items {
            guard let offer = offers[item.product] else { continue }
            try add(offer, item.quantity)
        }
        for shown in asked.pricedItems {
            guard let offer = offers[shown.item.product] else { continue }
            try add(shown, of: offer.product)
        }
        for line in lines
        where line.quantity != line.prices.values.reduce(.zero, { $0 + $1 }) {
            throw Self.mismatch(line.product)
        }
    }

    private mutating func add(_ offer: Offer, _ quantity: Quantity) throws(TillRefusal) {
        let product = offer.product
        guard let index = lines.firstIndex(where: { $0.product.id == product.id }) else {
            lines.append(Line(offer: offer, quantity: quantity))
            return
        }
        lines[index].quantity = lines[index].quantity + quantity
        guard lines[index].quantity <= Quantity.limit else {
            throw TillRefusal(
                .conflict, "quantity-too-large",
                "That is more than a bill can hold of one product: \(product.name)")
        }
    }

    private mutating func add(
        _ shown: SaleRequest.PricedItem, of product: Product
    ) throws(TillRefusal) {
        guard let index = lines.firstIndex(where: { $0.product.id == product.id }) else {
            throw Self.mismatch(product)
        }
        let quantity = lines[index].prices[shown.price, default: .zero] + shown.item.quantity
        guard quantity <= lines[index].quantity else { throw Self.mismatch(product) }
        guard shown.price <= OpenBill.totalLimit else {
            throw TillRefusal(
                .conflict, "bill-too-large", "That is more than a till can take: \(product.name)")
        }
        lines[index].prices[shown.price] = quantity
        if let total = shown.total, total != shown.price * shown.item.quantity {
            throw TillRefusal(
                .conflict, "total-differs",
                "The total of an item is not its price times its quantity. Nothing was sold: "
                    + product.name)
        }
    }

    private static func mismatch(_ product: Product) -> TillRefusal {
        TillRefusal(
            .malformed, "items-mismatch",
            "saleItems and receiptData.items disagree about how much is sold. Nothing was sold: "
                + product.name)
    }

    /// The hash of what a sale means: goods, prices, phone and payment.
    ///
    /// A repeat may name a product by another of its codes, put the items in another order, or say
    /// more or less about sums; a repeat that would sell something else, to somebody else, or for
    /// other money has another hash. Never change it: it is in the books.
    func meaning(of asked: SaleRequest) -> SHA256 {
        let goods = lines.flatMap { line in
            line.prices.map { price, quantity in
                "\(line.product.id.raw) \(quantity.thousandths) \(price.minorUnits)"
            }
        }
        let words =
            ["sale 1"] + goods.sorted() + [
                "phone \(asked.phone?.digits ?? "")",
                "\(asked.payment.tender.rawValue) "
                    + "\((asked.payment.received ?? asked.total).minorUnits)",
            ]
        return SHA256(of: Array(words.joined(separator: "\n").utf8))
    }
}
