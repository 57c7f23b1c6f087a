import Billing
import GRDB
import Ledger
import ShopFixtures
import Testing
import Till

/// What the till makes of codes that say more than the product: batch, last day, how much.
@Suite("codes with batch, date and weight")
struct GS1Tests {
    private static let gs = "\u{1D}"
    private static let a = "01" + "0" + Shop.codeA

    /// The walkthrough's shop, with a cheese sold by weight and a thing sold by the litre.
    private func shop() throws -> Shop {
        let shop = try Shop(printerName: nil)
        try shop.ledger?.transaction { books in
            let cheese = try books.addProduct(named: "Cheese", code: "98901000000012", unit: "kg")
            try books.receive(cheese, "K1", day: 3, quantity: 5, cost: 40_000, price: 60_000)
            let milk = try books.addProduct(named: "Milk", code: "8901000000033", unit: "l")
            try books.receive(milk, "M1", day: 3, quantity: 5, cost: 4_000, price: 6_000)
        }
        return shop
    }

    private func batches(_ shop: Shop) throws -> [[String]] {
        try query(
            "SELECT label, quantity, price FROM bill_line_batch ORDER BY bill_id, position, part",
            folder: shop.folder.path)
    }

    @Test(
        "a pack's own batch is sold, not the oldest one, however its code is written",
        arguments: [
            "]C1\(a)10A2", "]d2\(a)17261231" + "10A2\(gs)21X", "\(gs)\(a)10A2",
            "(01)08901000000019(10)A2", "https://example.com/01/08901000000019/10/A2?17=261231",
        ])
    func batch(_ code: String) throws {
        let shop = try shop()
        #expect(
            shop.type(code) == [
                "  1         1 × ₹100.00       ₹100.00  total    ₹100.00  Product A"
            ])
        shop.type("cash 100")
        #expect(try batches(shop) == [["A2", "1000", "10000"]])
        #expect(try shop.lastBill()?.totalCost == Money(minorUnits: 85_00))
    }

    @Test("a line that nobody picked a batch for takes older stock that came before the payment")
    func freshAllocation() throws {
        let shop = try shop()
        shop.type(Shop.codeB, "(01)08901000000019(10)A2")
        try shop.ledger?.transaction { books in
            for (code, label) in [("08901000000019", "A0"), ("08901000000026", "B0")] {
                let product = try #require(try books.product(code: code))
                try books.receive(
                    BatchReceipt(
                        product: product, label: label,
                        receivedOn: try #require(CivilDate(iso: "2026-04-01")), expiresOn: nil,
                        quantity: .one, cost: Money(minorUnits: 70_00),
                        price: Money(minorUnits: 100_00), mrp: nil), at: 1)
            }
        }
        shop.type("cash 200")
        #expect(try batches(shop) == [["B0", "1000", "10000"], ["A2", "1000", "10000"]])
    }

    @Test("further pieces are first in, first out again, and the picked one stays through edits")
    func otherPieces() throws {
        let shop = try shop()
        shop.type("(01)08901000000019(10)A2", Shop.codeA, "cash 200")
        shop.type("(01)08901000000026(10)B1", "qty 3", "cash 300")
        #expect(
            try batches(shop) == [
                ["A2", "1000", "10000"], ["A1", "1000", "10000"], ["B1", "3000", "10000"],
            ])
    }

    @Test("a picked batch stays picked when its line gets another quantity or the till restarts")
    func staysPicked() throws {
        let shop = try shop()
        shop.type("2*(01)08901000000019(10)A2", "qty 1")
        try shop.restart()
        shop.type("cash 100", "(01)08901000000019(10)A2", "qty 3", "cash 300")
        #expect(
            try batches(shop) == [
                ["A2", "1000", "10000"],
                ["A2", "1000", "10000"], ["A1", "1000", "10000"], ["A2", "1000", "10000"],
            ])
        #expect(try shop.lastBill()?.totalCost == Money(minorUnits: 250_00))
    }

    private func alter(_ shop: Shop, _ sql: String) throws {
        let queue = try DatabaseQueue(path: shop.folder.path + "/galla.sqlite")
        try queue.write { try $0.execute(sql: sql) }
    }

    @Test("older stock that arrives before payment does not displace a picked batch")
    func olderStock() throws {
        let shop = try shop()
        shop.type("(01)08901000000019(10)A1")
        try shop.ledger?.transaction { books in
            let product = try #require(try books.product(code: "0" + Shop.codeA))
            try books.receive(product, "A0", day: 1, quantity: 1, cost: 7_000, price: 9_000)
        }
        try alter(shop, "UPDATE batch SET received_at = '2026-01-01' WHERE label = 'A0'")
        shop.type("cash 100")
        #expect(try batches(shop) == [["A1", "1000", "10000"]])
    }

    @Test("a picked batch that is gone at payment gives way to the oldest, at the price shown")
    func goneAtPayment() throws {
        let shop = try shop()
        shop.type("2*(01)08901000000019(10)A2")
        try alter(shop, "UPDATE batch SET quantity = 1000, price = 12000 WHERE label = 'A2'")
        shop.type("cash 200")
        #expect(
            try batches(shop) == [["A2", "1000", "10000"], ["A1", "1000", "10000"]])
    }

    @Test(
        "a batch that is sold out, blocked or expired is refused by its label",
        arguments: ["quantity = 0", "is_blocked = 1", "expires_on = '2026-11-14'"])
    func batchNotForSale(_ change: String) throws {
        let shop = try shop()
        try alter(shop, "UPDATE batch SET \(change) WHERE label = 'A1'")
        #expect(
            shop.type("(01)08901000000019(10)A1") == [
                "Batch A1 cannot be sold: it is sold out, blocked or expired. Put the pack aside "
                    + "and look at its stock: Product A"
            ])
        #expect(shop.type("total") == ["There is no open bill. Scan something first."])
    }

    @Test("a batch that the books do not know is sold from the oldest, and said")
    func unknownBatch() throws {
        let shop = try shop()
        #expect(
            shop.type("(01)08901000000019(10)Z9") == [
                "  1         1 × ₹100.00       ₹100.00  total    ₹100.00  Product A",
                "Batch Z9 is not in the books: it was taken from the oldest stock.",
            ])
        shop.type("cash 100")
        #expect(try batches(shop) == [["A1", "1000", "10000"]])
    }

    @Test(
        "counts and weights in a code are the quantity, times the packs that were typed",
        arguments: [
            ("(01)08901000000019(30)4", "A", "4000"), ("(02)08901000000019(37)6", "A", "6000"),
            ("3*(01)08901000000026(30)2", "B", "6000"),
            ("]C101989010000000123103000450", "Cheese", "450"),
            ("2*(01)98901000000012(3102)000045", "Cheese", "900"),
            ("0.300*(01)98901000000012(3922)95", "Cheese", "300"),
            ("(01)98901000000012(10)K1", "Cheese", "1000"),
            ("(01)08901000000019(30)4(3103)000800", "A", "4000"),
        ])
    func quantities(_ code: String, _ name: String, _ thousandths: String) throws {
        let shop = try shop()
        shop.type(code)
        #expect(
            try query(
                "SELECT p.name, sum(o.quantity) FROM open_bill_part o "
                    + "JOIN batch b ON b.id = o.batch_id JOIN product p ON p.id = b.product_id",
                folder: shop.folder.path)
                == [[name.count == 1 ? "Product " + name : name, thousandths]])
    }

    @Test("a label's own price is not charged, and that is said")
    func labelPrice() throws {
        let shop = try shop()
        #expect(
            shop.type("(01)98901000000012(3103)000450(3922)29550").last
                == "The label says 295.50; the catalogue's price was taken. To sell at another "
                + "one, type price.")
        #expect(shop.type("total").last == "total ₹270.00   1 line")
    }

    @Test(
        "a price alone on measured goods buys what it is worth, and a difference is said",
        arguments: ["(01)98901000000012(3922)29550", "(01)98901000000012(3932)35629550"])
    func labelPriceAlone(_ code: String) throws {
        let shop = try shop()
        #expect(
            shop.type(code).last == "The label says ₹295.50; 0.493 kg of it are ₹295.80.")
        shop.type("void")
        #expect(shop.type("(01)98901000000012(3922)30000").count == 1)
        #expect(shop.type("total").last == "total ₹300.00   1 line")
    }

    @Test("a price on a pack that is no measured goods' is not charged, and that is said")
    func wishedPrice() throws {
        let shop = try shop()
        #expect(
            shop.type("(01)08901000000019(3922)100").last?.hasPrefix("The label says 1.00;") == true
        )
        #expect(shop.type("total").last == "total ₹100.00   1 line")
    }

    @Test(
        "a code that cannot be sold is refused by name, and cart and books stay as they were",
        arguments: [
            (
                "(01)08901000000019(17)261114",
                "It expired on 2026-11-14. Take it off the shelf; nothing was added: Product A"
            ),
            (
                "(01)08901000000019(17)261000",
                "It expired on 2026-10-31. Take it off the shelf; nothing was added: Product A"
            ),
            (
                "(01)08901000000019(10)A1",
                "Only 0 pc of batch A1 left beside this bill's, 1 wanted. If the line was counted "
                    + "from the wrong batch, take it out and scan the packs again, those with "
                    + "their batch on them first: Product A"
            ),
            (
                "(01)08901000000026(3103)000450",
                "The code has a weight, but it is sold by the pc. Type how many, as "
                    + "3*8901000000026: Product B"
            ),
            (
                "(01)08901000000033(3103)000450",
                "The code has a weight, but it is sold by the l. Type how many, as "
                    + "3*8901000000033: Milk"
            ),
            (
                "(01)98901000000012(3932)84029550",
                "The label's price 295.50 is not in this shop's money. Weigh it or count it, and "
                    + "type how much: Cheese"
            ),
            (
                "(01)98901000000012(30)3",
                "The code does not say how much it is. Weigh it and type 0.450*98901000000012: "
                    + "Cheese"
            ),
            (
                "0.5*(01)98901000000012(3103)000450",
                "The code says how much is in the pack. Type whole packs in front of it: Cheese"
            ),
            (
                "999999*(01)08901000000026(30)99999999",
                "That is more than a bill can hold of one product."
            ),
            ("(01)08901000000026(30)0", "Nothing of it was asked for; nothing was changed."),
            ("(01)08901000000026(30)99", "Only 10 pc in stock, 99 wanted: Product B"),
            (
                "(01)08901000000040(10)A2",
                "No product has the barcode 08901000000040. Nothing was added."
            ),
            (
                "(01)08901000000018",
                "(01)08901000000018: (01): The last digit is 8 but should be 9: a digit was "
                    + "misread or lost. Scan again. Nothing was added."
            ),
            (
                "]C1010890100000001905X",
                "]C1010890100000001905X: GS1 knows no identifier (05). Scan the product's own "
                    + "barcode. Nothing was added."
            ),
            (
                "(10)A2",
                "(10)A2: The code names no product, as on a pallet. Scan the product's own "
                    + "barcode. Nothing was added."
            ),
        ])
    func refusals(_ code: String, _ answer: String) throws {
        let shop = try shop()
        shop.type(Shop.codeA)
        let bill = shop.type("total")
        let books = try dump(folder: shop.folder.path)
        #expect(shop.type(code) == [answer])
        #expect(shop.type("total") == bill)
        #expect(try dump(folder: shop.folder.path) == books)
    }

    @Test("its last day is still a day to sell it, and so is an expiry in the next century")
    func lastDay() throws {
        let shop = try shop()
        for day in ["261115", "261100", "700101"] {
            #expect(shop.type("(01)08901000000026(17)\(day)").first?.contains("Product B") == true)
        }
        #expect(shop.type("total").last == "total ₹300.00   1 line")
    }

    @Test("a code of the shop's own goes before what GS1 would make of it")
    func ownCode() throws {
        let shop = try shop()
        try shop.ledger?.transaction { books in
            let bag = try books.addProduct(named: "Bag", code: Self.a + "17200101")
            try books.receive(bag, "G1", day: 3, quantity: 5, cost: 100, price: 500)
        }
        #expect(shop.type(Self.a + "17200101").first?.hasSuffix("Bag") == true)
        #expect(shop.type("]C1" + Self.a + "17200101").first?.hasPrefix("It expired") == true)
    }

    @Test("a UPC-E finds the product of its UPC-A")
    func shortCode() throws {
        let shop = try shop()
        try shop.ledger?.transaction { books in
            let soda = try books.addProduct(named: "Soda", code: "00042100005264")
            try books.receive(soda, "S1", day: 3, quantity: 5, cost: 100, price: 500)
        }
        for code in ["04252614", "]E004252614", "042100005264"] {
            #expect(shop.type(code).first?.hasSuffix("Soda") == true)
        }
    }
}
