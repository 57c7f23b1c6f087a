import Billing
import Exchange
import Ledger
import ShopFixtures
import Testing

/// Stock that is changed by hand: every change a movement, and nothing else.
@Suite("changes of stock")
struct StockChangeTests {
    private let shop: Shop

    init() throws { shop = try Shop(printerName: nil) }

    private func change(
        _ kind: StockChange.Kind, _ label: String, code: String = Shop.codeA
    ) throws -> StockChange.Outcome {
        let ledger = try #require(shop.ledger)
        let time = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        return try StockChange(kind, code: code, label: label)
            .apply(to: ledger, by: "owner", at: time, 5)
    }

    private func movements() throws -> [[String]] {
        try query(
            "SELECT type, batch_id, quantity, reason FROM stock_movement WHERE id > 3 ORDER BY id",
            folder: shop.folder.path)
    }

    private func why() throws -> Text { try Text("broken", limit: 20) }

    private func delivery(_ pieces: Int64) throws -> StockChange.Kind {
        .receive(
            Quantity(pieces: pieces), received: try #require(CivilDate(iso: "2026-11-15")),
            expires: nil, cost: Money(minorUnits: 90_00), price: Money(minorUnits: 100_00),
            mrp: nil)
    }

    @Test("a delivery, a loss and a count are movements with their reasons, and the audit has them")
    func movementsOfAll() throws {
        #expect(try change(try delivery(4), "A3").quantity == Quantity(pieces: 4))
        #expect(
            try change(.adjust(by: .zero - .one, why: why()), "A3").quantity
                == Quantity(pieces: 3))
        #expect(
            try change(.count(Quantity(pieces: 12), why: why()), "A2").quantity
                == Quantity(pieces: 12))
        #expect(
            try movements() == [
                ["receipt", "4", "4000", "null"], ["adjustment", "4", "-1000", "broken"],
                ["adjustment", "2", "2000", "broken"],
            ])
        #expect(
            try query("SELECT event, subject, cashier FROM audit", folder: shop.folder.path) == [
                ["batch-received", "A3 of Product A", "owner"],
                ["stock-adjusted", "A3 of Product A", "owner"],
                ["stock-counted", "A2 of Product A", "owner"],
            ])
        var check = BooksCheck()
        check.run(in: try LedgerReader(folder: shop.folder.path))
        #expect(check.faults.isEmpty)
    }

    @Test("a blocked batch is not sold until it is let go again, and nothing of it moves")
    func blocking() throws {
        _ = try change(.block(true, why: try why()), "B1", code: Shop.codeB)
        #expect(shop.type(Shop.codeB).first?.contains("total") == false)
        _ = try change(.block(false, why: nil), "B1", code: Shop.codeB)
        #expect(shop.type(Shop.codeB).first?.contains("total") == true)
        #expect(try movements().isEmpty)
    }

    @Test(
        "what cannot be is refused with what there is, and nothing is written",
        arguments: [
            ("no such product", "No product has the code 4006381333931. Nothing was changed."),
            (
                "no such batch",
                "Product A has no batch X; it has A2, A1. Nothing was changed."
            ),
            (
                "a label twice",
                "Product A has a batch A1 already. Give this one another label. "
                    + "Nothing was changed."
            ),
            ("too few", "Batch A1 holds 1, which is less. Nothing was changed."),
            ("the same", "Batch A1 holds 1 as it is. Nothing was changed."),
            (
                "broken",
                "0.5 is broken, and this product is counted in pc. Nothing was changed."
            ),
        ])
    func refused(_ what: String, _ sentence: String) throws {
        let error = #expect(throws: StockRefusal.self) {
            switch what {
            case "no such product": try change(try delivery(1), "A1", code: "4006381333931")
            case "no such batch": try change(.count(.one, why: why()), "X")
            case "a label twice": try change(try delivery(1), "A1")
            case "too few":
                try change(.adjust(by: .zero - Quantity(pieces: 2), why: why()), "A1")
            case "the same": try change(.count(.one, why: why()), "A1")
            default: try change(.adjust(by: Quantity(thousandths: 500), why: why()), "A1")
            }
        }
        #expect("\(try #require(error))" == sentence)
        #expect(try movements().isEmpty)
        #expect(try query("SELECT * FROM audit", folder: shop.folder.path).isEmpty)
    }

    @Test("a movement never changes, whoever asks")
    func unchanging() {
        #expect(throws: (any Error).self) {
            try alter("UPDATE stock_movement SET quantity = 7", folder: shop.folder.path)
        }
        #expect(throws: (any Error).self) {
            try alter("DELETE FROM stock_movement", folder: shop.folder.path)
        }
    }
}
