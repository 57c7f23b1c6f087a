import Billing
import Ledger
import ShopFixtures
import Till

/// A shop for proofs: three products in five batches, weighed goods among them, much of each.
enum ProofShop {
    /// The codes of what it sells; the last is weighed.
    static let codes = ["8901000000019", "8901000000026", "21"]

    /// Makes it in a folder, with a till.
    static func make(
        in folder: TemporaryFolder, pieces: Int64 = 500, clock: any TillClock = FixedClock(),
        terms: BillTerms = .plain
    ) throws -> Shop {
        let shop = try Shop(
            printerName: "a printer", stock: false, folder: folder, clock: clock,
            terms: terms)
        try shop.ledger?.transaction { books in
            let a = try books.addProduct(named: "Product A", code: codes[0], rate: 500)
            let b = try books.addProduct(named: "Product B", code: codes[1], rate: 1_800)
            let c = try books.addProduct(named: "Tomatoes", code: codes[2], unit: "kg")
            try books.receive(a, "A1", day: 1, quantity: 3, cost: 8_000)
            try books.receive(a, "A2", day: 2, quantity: pieces, cost: 8_500, price: 10_050)
            try books.receive(b, "B1", day: 1, quantity: 5, cost: 7_500)
            try books.receive(b, "B2", day: 3, quantity: pieces, cost: 7_555)
            try books.receive(c, "C1", day: 1, quantity: pieces, cost: 3_333, price: 4_999)
        }
        return shop
    }
}
