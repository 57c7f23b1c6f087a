package import Billing
package import Ledger

/// A change of one batch's stock by hand, from a command.
package struct StockChange: Sendable {
    /// What changes.
    package enum Kind: Sendable {
        /// A delivery comes in: how much, its dates and prices.
        case receive(
            Quantity, received: CivilDate, expires: CivilDate?, cost: Money, price: Money,
            mrp: Money?)
        /// So much more or less is there than the books say.
        case adjust(by: Quantity, why: Text)
        /// So much was counted.
        case count(Quantity, why: Text)
        /// It is not sold any more, or again.
        case block(Bool, why: Text?)
    }

    /// What came of it.
    package struct Outcome: Sendable {
        /// The product's name.
        package let product: String
        /// What the batch holds now.
        package let quantity: Quantity
    }

    private let code: String
    private let label: String
    private let kind: Kind

    /// A change of the batch `label` of the product that has `code`.
    package init(_ kind: Kind, code: String, label: String) {
        (self.kind, self.code, self.label) = (kind, code, label)
    }

    /// Makes the change in one transaction, with a note in the audit; throws `StockRefusal`.
    package func apply(
        to ledger: Ledger, by person: String, at time: CivilTime, _ milliseconds: Int64
    ) throws -> Outcome {
        try ledger.transaction { books in
            let product = try product(in: books, on: time.date)
            let (event, why) = try change(product, in: books, milliseconds)
            let after = try books.batch(label, of: product.id)
            try books.add(
                AuditEntry(
                    event: event, subject: "\(label) of \(product.name)", amount: nil, reason: why,
                    cashier: person, at: time), at: milliseconds)
            return Outcome(product: product.name, quantity: after?.quantity ?? .zero)
        }
    }

    private func product(in books: Books, on day: CivilDate) throws -> Product {
        guard let product = try StockTables.product(code: code, in: books, on: day) else {
            throw StockRefusal.noProduct(code: code)
        }
        return product
    }

    private func change(
        _ product: Product, in books: Books, _ milliseconds: Int64
    ) throws -> (event: String, why: String?) {
        if case .receive(let quantity, let received, let expires, let cost, let price, let mrp) =
            kind
        {
            try check(quantity, of: product)
            guard try !books.hasBatch(label, of: product.id) else {
                throw StockRefusal.isThere(label, product: product.name)
            }
            try books.receive(
                BatchReceipt(
                    product: product.id, label: label, receivedOn: received, expiresOn: expires,
                    quantity: quantity, cost: cost, price: price, mrp: mrp), at: milliseconds)
            return ("batch-received", quantity.digits)
        }
        guard let batch = try books.batch(label, of: product.id) else {
            throw StockRefusal.noBatch(
                label, product: product.name, known: try books.labels(of: product.id, limit: 8))
        }
        switch kind {
        case .receive: return ("batch-received", nil)
        case .adjust(let change, let why):
            try adjust(batch, of: product, by: change, why, in: books, milliseconds)
            return ("stock-adjusted", why.string)
        case .count(let quantity, let why):
            let change = quantity - batch.quantity
            try adjust(batch, of: product, by: change, why, in: books, milliseconds)
            return ("stock-counted", why.string)
        case .block(let isBlocked, let why):
            try books.setBlocked(isBlocked, batch.id)
            return (isBlocked ? "batch-blocked" : "batch-unblocked", why?.string)
        }
    }

    private func adjust(
        _ batch: StockBatch, of product: Product, by change: Quantity, _ why: Text,
        in books: Books, _ milliseconds: Int64
    ) throws {
        guard !batch.isBelowZero else { throw StockRefusal.isDeficit(label) }
        guard change != .zero else {
            throw StockRefusal.unchanged(label, holds: batch.quantity)
        }
        guard batch.quantity + change >= .zero else {
            throw StockRefusal.tooFew(label, holds: batch.quantity)
        }
        try check(change, of: product)
        try books.adjust(batch, of: product.id, by: change, why: why.string, at: milliseconds)
    }

    private func check(_ quantity: Quantity, of product: Product) throws {
        guard quantity.isWhole || !product.unit.isCounted else {
            throw StockRefusal.broken(quantity, unit: product.unit.symbol)
        }
    }
}
