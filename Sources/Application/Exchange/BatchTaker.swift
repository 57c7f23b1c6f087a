import Billing
import Ledger
import Scanning

/// Receives batches of known products into stock.
struct BatchTaker: RowTaker {
    /// How many products are remembered by their code, so that memory stays bounded.
    private static let rememberedProducts = 10_000

    private let milliseconds: Int64
    private var received = 0
    private var products: [String: Product] = [:]
    /// On which line each batch of this file stands.
    private var lines: [Key: Int] = [:]

    /// What no two batches may share.
    private struct Key: Hashable {
        let product: ProductID
        let label: String
    }

    init(at milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    var report: ImportReport { .batches(received: received) }

    mutating func take(
        _ record: CSVRecord, _ header: Header<BatchColumn>, into books: Books
    ) throws {
        let row = try BatchRow(record, header)
        guard let product = try product(row.code, in: books) else {
            throw RowRefusal("no product has the barcode \(row.code); import its product first")
        }
        let key = Key(product: product.id, label: row.label)
        let name = "batch \(row.label) of \(product.name)"
        if let line = lines[key] { throw RowRefusal("\(name) stands on line \(line) already") }
        guard try !books.hasBatch(row.label, of: product.id) else {
            throw RowRefusal("\(name) is in the books already")
        }
        try books.receive(try row.receipt(for: product), at: milliseconds)
        lines[key] = record.line
        received += 1
    }

    private mutating func product(_ code: Barcode, in books: Books) throws -> Product? {
        if let known = products[code.key] { return known }
        // The day decides only which batches come along, and none of them is of interest here.
        guard let lastDay = CivilDate(year: 9999, month: 12, day: 31),
            let product = try books.offer(code: code.key, on: lastDay)?.product
        else { return nil }
        if products.count >= Self.rememberedProducts { products.removeAll(keepingCapacity: true) }
        products[code.key] = product
        return product
    }
}
