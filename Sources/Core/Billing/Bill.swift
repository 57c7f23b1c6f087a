/// A closed sale as it stands in the books: it never changes again.
package struct Bill: Hashable, Sendable {
    /// The number on the receipt.
    package let number: String
    /// The till's consecutive legal number; the same as `number` unless a client chose that.
    package let invoiceNumber: String
    /// Whether goods went or came back.
    package let kind: BillKind
    /// The identity of the sale that became this bill.
    package let reference: SaleReference
    /// What was sold, in the order of scanning.
    package let lines: [BillLine]
    /// The sum of the lines before any discount.
    package let subtotal: Money
    /// What the customer owed.
    package let total: Money
    /// The steps from the one to the other, and the taxes.
    package let totals: BillTotals
    /// Which taxes the shop collected.
    package let regime: TaxRegime
    /// Who it is made out to, where it says so.
    package let buyer: Buyer?
    /// What the shop earned without the tax it passes on; nil on bills of before that was kept.
    package let profitExcludingTax: Money?
    /// What the goods cost the shop: the sum over every part of every line.
    package let totalCost: Money
    /// How it was paid.
    package let payments: [Payment]
    /// What was given back.
    package let change: Money
    /// The customer as they were at the sale; nil without a phone.
    package let customer: BillCustomer?
    /// Who sold.
    package let cashier: String
    /// When it was paid, on the shop's clock.
    package let soldAt: CivilTime
    /// What went wrong without stopping the sale, such as a customer that could not be linked.
    package let warning: String?

    /// Gathers a bill from its stored parts; without `totals` nothing was taken off.
    package init(
        number: String, invoiceNumber: String, reference: SaleReference, lines: [BillLine],
        subtotal: Money, total: Money, totalCost: Money, payments: [Payment], change: Money,
        customer: BillCustomer?, cashier: String, soldAt: CivilTime, totals: BillTotals? = nil,
        regime: TaxRegime = .unregistered, buyer: Buyer? = nil, profitExcludingTax: Money? = nil,
        warning: String? = nil, kind: BillKind = .sale
    ) {
        self.kind = kind
        self.number = number
        self.invoiceNumber = invoiceNumber
        self.reference = reference
        self.lines = lines
        self.subtotal = subtotal
        self.total = total
        self.totalCost = totalCost
        self.payments = payments
        self.change = change
        self.customer = customer
        self.cashier = cashier
        self.soldAt = soldAt
        self.totals = totals ?? BillTotals(gross: subtotal)
        self.regime = regime
        self.buyer = buyer
        self.profitExcludingTax = profitExcludingTax
        self.warning = warning
    }

    /// What the shop earned: the total less what the goods cost.
    package var profit: Money { total - totalCost }

    /// The means by which it was paid, as the receipt says it (`Cash`).
    package var paymentMethod: String {
        Tender.allCases.filter { tender in payments.contains { $0.tender == tender } }
            .map(\.label).joined(separator: " + ")
    }
}

/// One product on a bill, with the batches it was taken from.
package struct BillLine: Hashable, Sendable {
    /// The product as it was at the sale.
    package let product: Product
    /// The batches it came from, oldest first, at the prices charged.
    package let parts: [LinePart]
    /// What it came to: gross, discounts, tax.
    package let amounts: LineAmounts
    /// What it cost the shop.
    package let totalCost: Money
    /// What it gives back, on a credit note; nil on a sale.
    package let origin: ReturnOrigin?

    /// Gathers a line; without `amounts` nothing was taken off and no tax collected.
    ///
    /// Without `cost` it is the sum of its parts' costs; pieces that come back one after the other
    /// have theirs so that they add up to what the whole cost.
    package init(
        product: Product, parts: [LinePart], amounts: LineAmounts? = nil, cost: Money? = nil,
        origin: ReturnOrigin? = nil
    ) {
        self.origin = origin
        self.product = product
        totalCost = cost ?? parts.map(\.totalCost).total()
        self.parts = parts
        self.amounts =
            amounts ?? LineAmounts(gross: PriceRow.rows(of: parts).map(\.amount).total())
    }

    /// How much of the product was sold.
    package var quantity: Quantity { parts.reduce(.zero) { $0 + $1.quantity } }

    /// The rows it prints as: parts at one price are one row.
    package var rows: [PriceRow] { PriceRow.rows(of: parts) }

    /// The sum of its rows, before any discount.
    package var amount: Money { rows.map(\.amount).total() }

    /// What the customer would have paid at the prices printed on the packs, where that is more.
    package var printedAmount: Money {
        let printed = parts.map { $0.priced(at: max($0.mrp ?? $0.price, $0.price)) }
        return PriceRow.rows(of: printed).map(\.amount).total()
    }

    /// Whether it was in no catalogue.
    package var isOpenItem: Bool { product.id == .openItem }
}

/// A quantity at one price: what one row of a receipt says.
package struct PriceRow: Hashable, Sendable {
    /// The price of one unit.
    package let price: Money
    /// How many units at this price.
    package let quantity: Quantity

    /// Price times quantity, rounded once for the row so that it agrees with what is printed.
    package var amount: Money { price * quantity }

    /// Groups parts by price, in the order in which each price first appears.
    package static func rows(of parts: [LinePart]) -> [PriceRow] {
        var rows: [PriceRow] = []
        for part in parts {
            if let index = rows.firstIndex(where: { $0.price == part.price }) {
                rows[index] = PriceRow(
                    price: part.price, quantity: rows[index].quantity + part.quantity)
            } else {
                rows.append(PriceRow(price: part.price, quantity: part.quantity))
            }
        }
        return rows
    }
}

/// A customer as a bill remembers them, whatever becomes of them later.
package struct BillCustomer: Hashable, Sendable {
    /// Their row.
    package let id: CustomerID
    /// The number people see, `CUST0001`.
    package let number: String
    /// Their name; `Walk-in Customer` until they say one.
    package let name: String
    /// Their phone, normalised.
    package let phone: String
    /// Their e-mail address, if they gave one.
    package let email: String?
    /// Whether they were deleted since: other programs then read no customer.
    package let isDeleted: Bool

    /// Gathers what the ledger says of a customer.
    package init(
        id: CustomerID, number: String, name: String, phone: String, email: String?,
        isDeleted: Bool = false
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.phone = phone
        self.email = email
        self.isDeleted = isDeleted
    }

    /// The name a customer has until they say one.
    package static let defaultName = "Walk-in Customer"
}
