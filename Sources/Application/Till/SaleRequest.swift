package import Billing

/// A sale as another program asks for it; its shape is right, its sense is the till's to judge.
package struct SaleRequest: Hashable, Sendable {
    /// Goods: a product by its row's number or a barcode, and how much of it.
    package struct Item: Hashable, Sendable {
        /// The product's `_id` or one of its barcodes.
        package let product: String
        /// How much.
        package let quantity: Quantity

        /// Gathers an item.
        package init(product: String, quantity: Quantity) {
            self.product = product
            self.quantity = quantity
        }
    }

    /// What the receipt says of goods: the prices that the customer was shown.
    package struct PricedItem: Hashable, Sendable {
        /// Which goods, and how much of them.
        package let item: Item
        /// The price of one.
        package let price: Money
        /// What they come to, if the program says so.
        package let total: Money?

        /// Gathers an item of the receipt.
        package init(item: Item, price: Money, total: Money?) {
            self.item = item
            self.price = price
            self.total = total
        }
    }

    /// How the customer pays: by one means, all of it.
    package struct Tendered: Hashable, Sendable {
        /// The means.
        package let tender: Tender
        /// The cash that was handed over; nil where it is as much as the total.
        package let received: Money?
        /// What they get back, if the program says so.
        package let change: Money?

        /// Gathers what is known of the payment.
        package init(_ tender: Tender, received: Money? = nil, change: Money? = nil) {
            self.tender = tender
            self.received = received
            self.change = change
        }
    }

    /// The identity of the sale: what a repeat is known by.
    package let reference: SaleReference
    /// The number that the program gave the bill; nil for the till's own.
    package let billNumber: String?
    /// What leaves the stock.
    package let items: [Item]
    /// What the receipt says of it.
    package let pricedItems: [PricedItem]
    /// The sum of the receipt's items, if the program says so.
    package let subtotal: Money?
    /// What the customer owes.
    package let total: Money
    /// How they pay.
    package let payment: Tendered
    /// The customer's phone; a sale without one has no customer.
    package let phone: Phone?
    /// What they are called, for a customer who has no name yet.
    package let name: Text?
    /// Where their mail goes, for a customer of whom that is not known yet.
    package let email: EmailAddress?
    /// Whether the till prints a receipt.
    package let prints: Bool
    /// Who sells.
    package let cashier: String
    /// The program's own fields as JSON, kept and given back; nil where there are none.
    package let extra: String?

    /// Gathers a sale.
    package init(
        reference: SaleReference, billNumber: String?, items: [Item], pricedItems: [PricedItem],
        subtotal: Money?, total: Money, payment: Tendered, phone: Phone?, name: Text?,
        email: EmailAddress?, prints: Bool, cashier: String, extra: String?
    ) {
        self.reference = reference
        self.billNumber = billNumber
        self.items = items
        self.pricedItems = pricedItems
        self.subtotal = subtotal
        self.total = total
        self.payment = payment
        self.phone = phone
        self.name = name
        self.email = email
        self.prints = prints
        self.cashier = cashier
        self.extra = extra
    }
}
