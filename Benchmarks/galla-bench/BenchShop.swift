import Billing
import Foundation
import Ledger
import Scanning

/// A shop with a number of products, one batch each, for measures.
final class BenchShop {
    let folder: String
    let ledger: Ledger

    /// Makes the shop in a folder that is empty or not there.
    init(folder: String, products: Int) throws {
        self.folder = folder
        ledger = try Ledger(folder: folder, holder: .longTerm("a benchmark"))
        var next = 1
        while next <= products {
            let last = min(products, next + 49_999)
            try ledger.transaction { books in
                for number in next...last { try Self.add(number, to: books) }
            }
            next = last + 1
        }
        while try ledger.transaction(.beforeAnswer, { try $0.indexNames() }) {}
    }

    /// The valid EAN-13 of a product's number.
    static func code(_ number: Int) -> String {
        let digits = String(890_100_000_000 + number).utf8.map { $0 - 48 }
        return digits.map(String.init).joined() + String(GTIN.checkDigit(after: digits[...]))
    }

    private static func add(_ number: Int, to books: Books) throws {
        let product = try books.addProduct(
            CatalogueEntry(
                name: BenchNames.name(number), unit: Product.Unit("pc"), hsn: "1905",
                gstRate: 500, category: nil))
        let code = code(number)
        try books.addCode("0" + code, shown: code, to: product)
        guard let day = CivilDate(year: 2026, month: 5, day: 1) else { return }
        try books.receive(
            BatchReceipt(
                product: product, label: "A1", receivedOn: day, expiresOn: nil,
                quantity: Quantity(pieces: 900_000), cost: Money(minorUnits: 8_000),
                price: Money(minorUnits: 10_000), mrp: nil), at: 1)
    }
}

/// A folder that is removed when the measure is over.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory
        .appendingPathComponent("galla-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer {
        // A folder left in the temporary directory harms nobody.
        try? FileManager.default.removeItem(at: url)
    }
    try body(url.path)
}
