import Billing
import Ledger
import ShopFixtures
import Testing

@Suite("product search")
struct SearchTests {
    private static let names = [
        "Toor Dal 1 kg", "Basmati Rice", "Rice Bran Oil", "चावल बासमती", "Juice 100% Apple",
        "a_b", "back\\slash", "ÉCLAIR",
    ]

    private func found(_ text: String, limit: Int = 9) throws -> (names: [String], hasMore: Bool) {
        let shop = try Shop(printerName: nil, stock: false)
        let ledger = try #require(shop.ledger)
        let day = try #require(CivilDate(iso: "2026-11-15"))
        return try ledger.transaction { books in
            for (index, name) in Self.names.enumerated() {
                _ = try books.addProduct(named: name, code: "x\(index + 10)")
            }
            let answer = try books.search(try Text(text), limit: limit, on: day)
            return (answer.offers.map(\.product.name), answer.hasMore)
        }
    }

    @Test(
        "a part of a name or of a code finds, whatever its case in ASCII; beginnings come first",
        arguments: [
            ("rice", ["Rice Bran Oil", "Basmati Rice"]), ("DAL", ["Toor Dal 1 kg"]),
            ("dal 1", ["Toor Dal 1 kg"]), ("चावल", ["चावल बासमती"]), ("समती", ["चावल बासमती"]),
            ("x12", ["Rice Bran Oil"]), ("X12", ["Rice Bran Oil"]), ("nothing", []),
            ("éclair", []),
        ])
    func finds(text: String, names: [String]) throws {
        #expect(try found(text).names == names)
    }

    @Test(
        "wildcards are letters",
        arguments: [
            ("%", ["Juice 100% Apple"]), ("_", ["a_b"]), ("\\", ["back\\slash"]),
            ("100% a", ["Juice 100% Apple"]),
            ("%%", []), ("a%b", []), ("%\u{0301}", []), ("_\u{0301}b", []),
        ])
    func wildcards(text: String, names: [String]) throws {
        #expect(try found(text).names == names)
    }

    @Test("a product with many codes is one hit, and hides no other; its code is one that matches")
    func severalCodes() throws {
        let shop = try Shop(printerName: nil, stock: false)
        let ledger = try #require(shop.ledger)
        let day = try #require(CivilDate(iso: "2026-11-15"))
        let products = try ledger.transaction { books in
            let tea = try books.addProduct(named: "Tea", code: "k0")
            for number in 10..<30 {
                try books.addCode("x\(number)", shown: "x\(number)", to: tea)
            }
            _ = try books.addProduct(named: "Coffee", code: "x40")
            return try books.search(try Text("x"), limit: 2, on: day).offers.map(\.product)
        }
        #expect(products.map(\.name) == ["Tea", "Coffee"])
        #expect(products.map(\.barcode) == ["x10", "x40"])
    }

    @Test("at most so many are found, and whether there are more is said")
    func limit() throws {
        let some = try found("a", limit: 3)
        #expect(some.names.count == 3)
        #expect(some.hasMore)
        #expect(try !found("rice", limit: 2).hasMore)
    }

    @Test("names are found before they are in the index, in it, and after they changed")
    func index() throws {
        let shop = try Shop(printerName: nil, stock: false)
        let ledger = try #require(shop.ledger)
        let day = try #require(CivilDate(iso: "2026-11-15"))
        let names = Self.names + ["Tea \"Gold\" AND more", "tea", "Te"]
        func found(_ text: String) throws -> [String] {
            try ledger.transaction { books in
                try books.search(try Text(text), limit: 9, on: day).offers.map(\.product.name)
            }
        }
        try ledger.transaction { books in
            for (index, name) in names.enumerated() {
                _ = try books.addProduct(named: name, code: "x\(index + 10)")
            }
        }
        let texts = names + ["ea \"Go", "te", "\"", "AND", "समती", "il", "Rice Bran Oil!"]
        let before = try texts.map(found)
        #expect(before[names.count] == ["Tea \"Gold\" AND more"])
        #expect(try ledger.transaction(.beforeAnswer, { try $0.indexNames(limit: 4) }))
        #expect(try texts.map(found) == before)
        #expect(try !ledger.transaction(.beforeAnswer, { try $0.indexNames() }))
        #expect(try texts.map(found) == before)
        try ledger.transaction { books in
            let rice = try #require(try books.product(code: "x11"))
            let entry = CatalogueEntry(
                name: "Gobindobhog", unit: Product.Unit("pc"), hsn: nil, gstRate: 0, category: nil)
            try books.changeProduct(rice, to: entry)
        }
        #expect(try found("Basmati") == [])
        #expect(try found("bindob") == ["Gobindobhog"])
    }
}
