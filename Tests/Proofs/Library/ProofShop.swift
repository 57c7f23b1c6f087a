package import Billing
import GRDB
import Ledger
package import ShopFixtures
package import Till

/// A shop for proofs: four products in seven batches, weighed goods and two MRPs among them.
package enum ProofShop {
    /// The codes of what it sells; the third is weighed, the last has packs with two MRPs.
    package static let codes = ["8901000000019", "8901000000026", "21", "8901000000033"]

    /// The codes of its goods in the harmonised system, where they have one.
    static let hsn = ["0401", nil, nil, "0902"]

    /// The labels of its batches.
    static let batches = ["A1", "A2", "B1", "B2", "C1", "D1", "D2"]

    /// What the shop allows: the most that a shop can.
    static let rules = CounterRules(mrp: .ask, sellsBelowZero: true, addsProducts: true)

    /// Makes it in a folder, with a till; much of each product but the first batches.
    package static func make(
        in folder: TemporaryFolder, pieces: Int64 = 500, clock: any TillClock = FixedClock(),
        terms: BillTerms = .plain, rules: CounterRules = CounterRules(mrp: .oldest)
    ) throws -> Shop {
        let shop = try Shop(
            printerName: "p", stock: false, folder: folder, clock: clock, terms: terms,
            rules: rules)
        try shop.ledger?.transaction { books in
            let a = try books.addProduct(
                named: "Product A", code: codes[0], rate: 500, hsn: hsn[0])
            let b = try books.addProduct(named: "Product B", code: codes[1], rate: 1_800)
            let c = try books.addProduct(named: "Tomatoes", code: codes[2], unit: "kg")
            let d = try books.addProduct(named: "Tea", code: codes[3], rate: 500, hsn: hsn[3])
            try books.receive(a, "A1", day: 1, quantity: 3, cost: 8_000)
            try books.receive(a, "A2", day: 2, quantity: pieces, cost: 8_500, price: 10_050)
            try books.receive(b, "B1", day: 1, quantity: 5, cost: 7_500)
            try books.receive(b, "B2", day: 3, quantity: pieces, cost: 7_555)
            try books.receive(c, "C1", day: 1, quantity: pieces, cost: 3_333, price: 4_999)
            try books.receive(d, "D1", day: 1, quantity: 4, cost: 7_000, mrp: 11_000)
            try books.receive(
                d, "D2", day: 2, quantity: pieces, cost: 8_000, price: 12_000, mrp: 12_000)
        }
        return shop
    }

    /// The closed books of such a shop that has sold nothing yet.
    static func template(pieces: Int64) throws -> [UInt8] {
        let folder = try TemporaryFolder(inMemory: true)
        let recorder = try Recorder(folder)
        let shop = try make(in: folder, pieces: pieces)
        try shop.ledger?.close()
        return recorder.database
    }

    /// Takes up the shop whose books are in a folder.
    static func open(
        in folder: TemporaryFolder, clock: any TillClock, terms: BillTerms = .plain,
        rules: CounterRules = CounterRules(mrp: .oldest)
    ) throws -> Shop {
        try Shop(
            printerName: "p", stock: false, folder: folder, clock: clock, terms: terms,
            rules: rules)
    }
}
