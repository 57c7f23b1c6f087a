import Billing
import Ledger
import Seeds
import ShopFixtures
import Till

// What happens in a shop beside its till.
extension Days {
    /// Goods that the list may come with another rate for.
    private static let listed = [
        (id: ProductID(1), name: "Product A", hsn: ProofShop.hsn[0]),
        (id: ProductID(4), name: "Tea", hsn: ProofShop.hsn[3]),
    ]

    private static let rates = [0, 25, 500, 1_200, 1_800, 4_000]

    /// At times goods come in, a customer goes, a batch is blocked, rates of tax change.
    func visitBackOffice() throws {
        if chance.random.once(in: 12) { try deliver() }
        if chance.random.once(in: 60) { try forgetCustomer() }
        if chance.random.once(in: 30) { try block() }
        if chance.random.once(in: 40) { try announceRate() }
        if chance.random.once(in: 100) { try list() }
    }

    /// A day so many days from now.
    private func day(in days: Int) -> CivilDate? {
        let seconds = clock.now().milliseconds / 1_000 + Int64(days) * 86_400
        return CivilTime(localSeconds: seconds)?.date
    }

    /// Goods come in at a cost and a price of the day, some with a printed price, some to expire.
    private func deliver() throws {
        deliveries += 1
        let product = ProductID(Int64(chance.number(1...4)))
        let cost = Int64(chance.number(3_000...9_000))
        let price = cost + Int64(chance.number(0...4_000))
        let quantity = Int64(chance.number(1...40)) * (product.raw == 3 ? 500 : 1_000)
        let mrp = product.raw == 4 || chance.random.once(in: 4) ? price + 500 : nil
        let lastDay = chance.random.once(in: 3) ? day(in: chance.number(0...2)) : nil
        facts.received += quantity
        try shop.ledger?.transaction { books in
            try books.receive(
                BatchReceipt(
                    product: product, label: "delivery \(deliveries)",
                    receivedOn: clock.now().civil.date, expiresOn: lastDay,
                    quantity: Quantity(thousandths: quantity), cost: Money(minorUnits: cost),
                    price: Money(minorUnits: price), mrp: mrp.map(Money.init(minorUnits:))),
                at: clock.now().milliseconds)
        }
    }

    /// A customer wants to be forgotten, or does not come any more.
    private func forgetCustomer() throws {
        let phone = try Phone(parsing: "98765432\(chance.number(10...19))", rule: .india)
        try shop.ledger?.transaction { books in
            guard let customer = try books.customerRecord(phone: phone) else { return }
            guard chance.random.once(in: 2) else {
                return try books.setActive(false, customer.id)
            }
            do {
                try books.delete(customer, at: clock.now().milliseconds)
            } catch is CustomerRefusal {
                // Who is being served, or owes money, is not forgotten.
            }
        }
    }

    /// A batch must not be sold any more, or may be again.
    private func block() throws {
        let labels = ProofShop.batches + (0..<deliveries).map { "delivery \($0 + 1)" }
        let label = labels[chance.number(0...labels.count - 1)]
        try shop.ledger?.transaction { books in
            for product in (1...4).map(ProductID.init) {
                guard let batch = try books.batch(label, of: product) else { continue }
                try books.setBlocked(!batch.isBlocked, batch.id)
            }
        }
        facts.blocked = facts.documents
    }

    /// A change of rates is in the gazette, for one of the next days.
    private func announceRate() throws {
        guard let start = day(in: chance.number(1...3)) else { return }
        let hsn = [nil, "09", ProofShop.hsn[3], ProofShop.hsn[0]][chance.number(0...3)]
        let old = hsn == nil || chance.random.once(in: 2) ? rate() : nil
        let change = RateChange(startsOn: start, hsn: hsn, old: old, new: rate())
        try shop.ledger?.transaction { try $0.add(change) }
    }

    /// A new list of products has another rate, and another base for it.
    private func list() throws {
        let goods = Self.listed[chance.number(0...Self.listed.count - 1)]
        let entry = CatalogueEntry(
            name: goods.name, unit: Product.Unit("pc"), hsn: goods.hsn,
            gstRate: rate().hundredths, category: nil, isTaxedOnMRP: chance.random.once(in: 2))
        let today = clock.now().civil.date
        try shop.ledger?.transaction { try $0.changeProduct(goods.id, to: entry, on: today) }
    }

    private func rate() -> TaxRate {
        TaxRate(hundredths: Self.rates[chance.number(0...Self.rates.count - 1)])
    }
}
