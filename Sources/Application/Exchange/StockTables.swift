package import Billing
package import Ledger
import Scanning

/// Lists of stock: what there is, what it is worth, what is low or expires.
package enum StockTables {
    /// The columns of what a batch says of itself; the first eight are those that an import reads.
    package static let columns = [
        "barcode", "batch", "received_at", "expires_on", "quantity", "cost", "price", "mrp", "name",
        "unit", "category", "blocked",
    ]

    /// A batch as a row of an export.
    package static func row(_ batch: StockRow) -> [ReportTable.Value] {
        [
            .init(batch.code), .text(batch.label), .text(batch.receivedAt), .init(batch.expiresOn),
            .quantity(batch.quantity), .money(batch.cost), .money(batch.price), .init(batch.mrp),
            .text(batch.name), .text(batch.unit), .init(batch.category), .flag(batch.isBlocked),
        ]
    }

    /// The product that has a code, as it was typed; nil where none has it.
    package static func product(
        code: String, in books: Books, on day: CivilDate
    ) throws -> Product? {
        let key: String
        do throws(BarcodeError) {
            key = try Barcode(typed: code).key
        } catch {
            // What is no code at all is no product's code either.
            return nil
        }
        return try books.offer(code: key, on: day)?.product
    }

    /// Products with what of them can be sold.
    package static func products(_ offers: [Offer]) -> ReportTable {
        ReportTable(
            "products", "Products", ["quantity", "unit", "price", "barcode", "name"],
            rows: offers.map { offer in
                let left = offer.batches.map(\.available).reduce(Quantity.zero, +)
                return [
                    .quantity(left), .text(offer.product.unit.symbol),
                    .init(offer.batches.first?.price), .text(offer.product.barcode),
                    .text(offer.product.name),
                ]
            })
    }

    /// The batches of a product that hold something or owe it, the oldest first.
    package static func batches(_ batches: [ListedBatch], of product: Product) -> ReportTable {
        ReportTable(
            "batches", product.name,
            [
                "batch", "quantity", "cost", "price", "mrp", "received_at", "expires_on", "blocked",
            ],
            rows: batches.map { batch in
                [
                    .text(batch.label), .quantity(batch.quantity), .money(batch.cost),
                    .money(batch.price), .init(batch.mrp), .text(batch.receivedAt),
                    .init(batch.expiresOn), .flag(batch.isBlocked),
                ]
            })
    }

    /// What is on the shelves and what it is worth, shelf by shelf.
    package static func worth(_ rows: some Sequence<StockRow>) -> ReportTable {
        var sums: [String: (batches: Int64, cost: Money, price: Money)] = [:]
        for row in rows where row.quantity > .zero {
            var sum = sums[row.category ?? ""] ?? (0, .zero, .zero)
            sum.batches += 1
            sum.cost += row.cost * row.quantity
            sum.price += row.price * row.quantity
            sums[row.category ?? ""] = sum
        }
        var table = ReportTable("worth", "Stock", ["category", "batches", "at_cost", "at_price"])
        for (name, sum) in sums.sorted(by: { $0.key < $1.key }) {
            table.rows.append([
                .text(name.isEmpty ? "(none)" : name), .count(sum.batches), .money(sum.cost),
                .money(sum.price),
            ])
        }
        table.rows.append([
            .text("all"), .count(sums.values.map(\.batches).reduce(0, +)),
            .money(sums.values.map(\.cost).total()), .money(sums.values.map(\.price).total()),
        ])
        return table
    }

    /// Batches whose last day is not after `day`, the earliest first; `today` tells what is over.
    package static func expiring(
        _ rows: some Sequence<StockRow>, upTo day: CivilDate, today: CivilDate
    ) -> ReportTable {
        let found = rows.filter { $0.quantity > .zero }
            .compactMap { row in row.expiresOn.map { (row, $0) } }
            .filter { $0.1 <= day.iso }.sorted { $0.1 < $1.1 }
        return ReportTable(
            "expiring", "Expires by \(day.iso)",
            ["expires_on", "expired", "quantity", "unit", "batch", "name"],
            rows: found.map { row, lastDay in
                [
                    .text(lastDay), .flag(lastDay < today.iso), .quantity(row.quantity),
                    .text(row.unit), .text(row.label), .text(row.name),
                ]
            })
    }

    /// Products of which little can be sold.
    package static func low(_ products: [LowStock], atMost limit: Quantity) -> ReportTable {
        ReportTable(
            "low", "At most \(limit.digits) left", ["quantity", "unit", "barcode", "name"],
            rows: products.map {
                [.quantity($0.quantity), .text($0.unit), .init($0.code), .text($0.name)]
            })
    }
}
