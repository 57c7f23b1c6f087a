import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// One code, two prices printed on the packs.
@Suite("two MRPs behind one code")
struct MRPTests {
    private static let code = "8901000000033"

    /// Three packs at MRP 110 and ten at MRP 120.
    private func shop(_ policy: MRPPolicy = .ask) throws -> Shop {
        let shop = try Shop(printerName: nil, rules: CounterRules(mrp: policy))
        try shop.ledger?.transaction { books in
            let tea = try books.addProduct(named: "Tea 250 g", code: Self.code)
            try books.receive(
                tea, "T1", day: 1, quantity: 3, cost: 7_000, price: 11_000, mrp: 11_000)
            try books.receive(
                tea, "T2", day: 2, quantity: 10, cost: 9_000, price: 12_000, mrp: 12_000)
        }
        return shop
    }

    private static let question = [
        "Look at the pack: type its number if another MRP is printed on it (* taken):",
        "  1*      MRP ₹110.00      price ₹110.00         3 pc",
        "  2       MRP ₹120.00      price ₹120.00        10 pc",
    ]

    @Test("the cashier is asked; the pack stands on the bill meanwhile, and the answer moves it")
    func asked() throws {
        let shop = try shop()
        #expect(
            shop.type(Self.code) == [
                "  1         1 × ₹110.00       ₹110.00  total    ₹110.00  Tea 250 g"
            ] + Self.question)
        #expect(
            shop.type("2") == [
                "  1         1 × ₹120.00       ₹120.00  total    ₹120.00  Tea 250 g"
            ])
        // The next pack is taken to be like the last one.
        #expect(shop.type(Self.code).first?.hasPrefix("  1         2 × ₹120.00") == true)
        #expect(
            shop.type("1") == [
                "  2         1 × ₹110.00       ₹110.00  total    ₹230.00  Tea 250 g"
            ])
        shop.type("cash 230")
        #expect(
            try query(
                "SELECT position, label, quantity, price, mrp FROM bill_line_batch ORDER BY 1",
                folder: shop.folder.path)
                == [
                    ["0", "T2", "1000", "12000", "12000"], ["1", "T1", "1000", "11000", "11000"],
                ])
        #expect(
            try query(
                "SELECT label, quantity FROM batch WHERE label LIKE 'T%' ORDER BY 1",
                folder: shop.folder.path) == [["T1", "2000"], ["T2", "9000"]])
    }

    @Test("a question that nobody answers loses no scan, and a late answer changes nothing")
    func unanswered() throws {
        let shop = try shop()
        shop.type(Self.code, Shop.codeB)
        #expect(shop.type("total").last == "total ₹210.00   2 lines")
        shop.type("void", Self.code, "del 1")
        #expect(shop.type("total").last == "total ₹0.00   0 lines")
        #expect(shop.type("2").first?.contains("2") == true)
        #expect(shop.type("total").last == "total ₹0.00   0 lines")
    }

    @Test("a number that is not in the table keeps the question")
    func wrongNumber() throws {
        let shop = try shop()
        shop.type(Self.code)
        #expect(shop.type("3") == ["There is no 3 in the list; it has 2. Nothing was added."])
        #expect(shop.type("2").first?.contains("₹120.00") == true)
        #expect(shop.type("total").last == "total ₹120.00   1 line")
    }

    @Test("more packs than one printed price has are taken from all, without a question")
    func spread() throws {
        let shop = try shop()
        #expect(
            shop.type("12*\(Self.code)") == [
                "  1  3 × ₹110.00 + 9 × ₹120.00      ₹1410.00  total   ₹1410.00  Tea 250 g"
            ])
        #expect(shop.type("void").count == 1)
        // Five are more than the old packs are: they must be new ones.
        #expect(shop.type("5*\(Self.code)").first?.contains("5 × ₹120.00") == true)
    }

    @Test("where nobody looks, the lowest printed price is charged first")
    func lowest() throws {
        let shop = try shop(.lowest)
        #expect(
            shop.type(Self.code, Self.code, Self.code, Self.code).last
                == "  1  3 × ₹110.00 + 1 × ₹120.00       ₹450.00  total    ₹450.00  Tea 250 g")
        #expect(try self.shop(.oldest).type(Self.code).count == 1)
    }

    @Test("batch lists what is behind a line, and a number takes the line from there")
    func batchWord() throws {
        let shop = try shop(.oldest)
        shop.type("2*\(Self.code)")
        #expect(
            shop.type("batch") == [
                "Type 1 to 2 to sell the line from one batch (* now):",
                "  1* T1              ₹110.00      MRP ₹110.00         3 pc",
                "  2  T2              ₹120.00      MRP ₹120.00        10 pc",
            ])
        #expect(
            shop.type("2") == [
                "  1         2 × ₹120.00       ₹240.00  total    ₹240.00  Tea 250 g"
            ])
        #expect(shop.type("batch 2") == ["There is no line 2; the bill has 1."])
        shop.type("cash 240")
        #expect(try shop.lastBill()?.lines[0].parts.map(\.label) == ["T2"])
        #expect(shop.type("batch") == ["There is no open bill. Scan something first."])
    }

    @Test("a price over the MRP of the very batch is refused")
    func aboveMRP() throws {
        let shop = try shop()
        shop.type(Self.code)
        #expect(
            shop.type("price 110.01") == [
                "₹110.01 is above the MRP of ₹110.00 of batch T1: Tea 250 g"
            ])
        shop.type(Self.code, "2", "price 2 115")
        #expect(shop.type("total").last == "total ₹225.00   2 lines")
    }
}
