import Billing
import Exchange
import Ledger
import Testing

@Suite("The demo shop's stock can be sold")
struct DemoStockTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3)
        .reduce("") { $0 + "/" + $1 } + "/packaging/demo"

    private func shop() throws -> ImportBench {
        let bench = try ImportBench()
        _ = try ProductImport(file: Self.folder + "/products.csv").apply(to: bench.ledger)
        _ = try BatchImport(file: Self.folder + "/batches.csv").apply(to: bench.ledger)
        return bench
    }

    @Test("both files import")
    func imports() throws {
        let bench = try ImportBench()
        let products = try ProductImport(file: Self.folder + "/products.csv").apply(
            to: bench.ledger)
        let batches = try BatchImport(file: Self.folder + "/batches.csv").apply(to: bench.ledger)
        #expect(products == .products(added: products.rows, changed: 0))
        #expect((28...40).contains(products.rows))
        #expect(batches.rows > products.rows)
    }

    @Test("every product has something to sell, today and in two years")
    func everythingIsSellable() throws {
        let bench = try shop()
        let day = try #require(CivilDate(iso: "2028-12-31"))
        for code in try bench.rows("SELECT code FROM product_code") {
            let offer = try bench.ledger.transaction { try $0.offer(code: code, on: day) }
            #expect(try #require(offer).available > .zero, "\(code) has no stock")
        }
    }

    @Test("there are names in Devanagari and Tamil, weighed goods and a product with two MRPs")
    func variety() throws {
        let bench = try shop()
        let names = try bench.rows("SELECT name FROM product")
        let scripts = { (range: ClosedRange<UInt32>) in
            names.filter { $0.unicodeScalars.contains { range.contains($0.value) } }.count
        }
        #expect(scripts(0x900...0x97F) >= 3)
        #expect(scripts(0xB80...0xBFF) >= 2)
        #expect(
            try bench.rows(
                "SELECT code FROM product_code c JOIN product p ON p.id = c.product_id "
                    + "WHERE unit = 'kg'"
            ).contains("21"))
        #expect(
            try bench.rows(
                "SELECT product_id FROM batch GROUP BY product_id "
                    + "HAVING count(DISTINCT cost) > 1 AND count(DISTINCT mrp) > 1"
            ).count == 1)
        #expect(
            try bench.rows("SELECT DISTINCT gst_rate FROM product ORDER BY 1")
                == ["0", "500", "1800", "4000"])
    }
}
