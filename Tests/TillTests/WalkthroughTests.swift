import Billing
import Ledger
import LineMode
import ShopFixtures
import Testing
import Till

/// The first sale of the specification, typed at a till with real books.
@Suite("walkthrough")
struct WalkthroughTests {
    @Test("two A over two batches and three B are sold with exact cost, profit, stock and change")
    func firstSale() throws {
        let shop = try Shop(printerName: nil)
        let scanned = shop.type(Shop.codeA, Shop.codeA, Shop.codeB, Shop.codeB, Shop.codeB)
        #expect(scanned[0] == "  1         1 × ₹100.00       ₹100.00  total    ₹100.00  Product A")
        #expect(scanned[4] == "  2         3 × ₹100.00       ₹300.00  total    ₹500.00  Product B")
        #expect(shop.type("phone 98765-43210") == ["9876543210   CUST0001 - Walk-in Customer"])
        #expect(shop.type("name John Doe") == ["9876543210   CUST0001 - John Doe"])
        #expect(
            shop.type("cash 600") == [
                "BILL-2601000001   total ₹500.00   cash ₹600.00   change ₹100.00"
            ])
        let bill = try #require(try shop.lastBill())
        #expect(bill.totalCost == Money(minorUnits: 390_00))
        #expect(bill.profit == Money(minorUnits: 110_00))
        #expect(bill.customer?.name == "John Doe")
        let folder = shop.folder.path
        #expect(
            try query(
                "SELECT b.label, m.quantity FROM stock_movement m JOIN batch b ON b.id = batch_id "
                    + "WHERE type = 'sale' ORDER BY m.id", folder: folder)
                == [["A1", "-1000"], ["A2", "-1000"], ["B1", "-3000"]])
        #expect(
            try query("SELECT label, quantity FROM batch WHERE id > 0 ORDER BY id", folder: folder)
                == [["A1", "0"], ["A2", "9000"], ["B1", "7000"]])
        #expect(
            try query("SELECT name, value FROM counter ORDER BY name", folder: folder)
                == [["bill-1-26", "1"], ["customer", "1"]])
        #expect(
            try query(
                "SELECT customer_id, customer_number, customer_name, customer_phone, total_cost, "
                    + "profit FROM bill", folder: folder)
                == [["1", "CUST0001", "John Doe", "9876543210", "39000", "11000"]])
        #expect(try query("SELECT * FROM open_bill", folder: folder).isEmpty)
    }

    @Test("the same phone finds the customer again; without a phone the bill has none")
    func furtherBills() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB, "phone 98765-43210", "name John Doe", "cash 100")
        #expect(
            shop.type(Shop.codeB, "phone +91 98765 43210").last
                == "9876543210   CUST0001 - John Doe")
        shop.type("cash 100", Shop.codeB, "cash 100")
        #expect(
            try query(
                "SELECT number, customer_id, customer_number, customer_name, customer_phone, "
                    + "customer_email FROM bill ORDER BY id", folder: shop.folder.path)
                == [
                    ["BILL-2601000001", "1", "CUST0001", "John Doe", "9876543210", "null"],
                    ["BILL-2601000002", "1", "CUST0001", "John Doe", "9876543210", "null"],
                    ["BILL-2601000003", "null", "null", "null", "null", "null"],
                ])
    }

    @Test("a price at the dearest batch's cost is taken, one below it names cost and batch")
    func priceFloor() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA, Shop.codeA)
        #expect(
            shop.type("price 82") == [
                "₹82.00 is below the cost of ₹85.00 of batch A2: Product A"
            ])
        #expect(
            shop.type("price 85") == [
                "  1          2 × ₹85.00       ₹170.00  total    ₹170.00  Product A"
            ])
    }

    @Test(
        "a refused input leaves cart, books and numbers as they were",
        arguments: [
            ("cash 499.99", "Not enough: ₹0.01 is missing."),
            (
                "8901000000033",
                "No product has the barcode 8901000000033. Nothing was added."
            ),
            (
                "8901000000015",
                "8901000000015: The last digit is 5 but should be 9: a digit was misread or lost. "
                    + "Scan again. Nothing was added."
            ),
            ("10*8901000000019", "Only 11 pc in stock, 12 wanted: Product A"),
            ("0.5*8901000000019", "Sold by the whole pc only: Product A"),
            ("price 82", "₹82.00 is below the cost of ₹85.00 of batch A2: Product A"),
            ("price 9 90", "There is no line 9; the bill has 2."),
            ("qty 2 99", "Only 11 pc in stock, 99 wanted: Product A"),
            (
                "phone 12345",
                "That is no phone number: a phone number has 10 digits and starts with one of "
                    + "6, 7, 8, 9. Nothing was changed."
            ),
            ("name John", "A name needs a phone number first: type phone 98765 43210."),
            ("cash 12.345", "12.345 has more than two decimals."),
            ("card", "Type it as card 1234, with the number on the terminal's slip."),
            (
                "card 4111 1111 1111 1111",
                "That looks like a card's number, which must not be stored; type the number on "
                    + "the terminal's slip instead."
            ),
            ("credit", "Credit needs a customer: type phone 98765 43210 first."),
            ("pay upi 600", "Only ₹500.00 is left to pay, and change is given for cash only."),
            ("pay cash 0 upi", "An amount above zero is needed. Nothing was changed."),
            ("pay cash 300 credit", "Credit needs a customer: type phone 98765 43210 first."),
            ("ok", "No UPI payment is waited for. Type upi to ask for one."),
            ("back", "Nothing was paid on this bill yet."),
            ("repay 50", "Whose account? Type phone 98765 43210 first."),
            ("statement", "Whose account? Type phone 98765 43210 first."),
        ])
    func refusals(_ input: String, _ answer: String) throws {
        let shop = try Shop()
        shop.type(Shop.codeB, "2*\(Shop.codeA)", "qty 1 3")
        let bill = shop.type("total")
        let books = try dump(folder: shop.folder.path)
        #expect(shop.type(input) == [answer])
        #expect(shop.type("total") == bill)
        #expect(try dump(folder: shop.folder.path) == books)
    }

    @Test("a bill of three lines is back after the process ended without a word")
    func openBillSurvives() throws {
        let shop = try Shop()
        try shop.ledger?.transaction { books in
            let c = try books.addProduct(named: "நெய்", code: "21", unit: "kg")
            try books.receive(c, "C1", day: 3, quantity: 5, cost: 50_000, price: 60_000)
        }
        shop.type(Shop.codeA, Shop.codeA, Shop.codeB, "0.450*21", "price 1 95", "phone 9876543210")
        let before = shop.type("total")
        try shop.restart()
        #expect(shop.greeting.map(\.text) == ["The open bill of the last run is back:"] + before)
        #expect(shop.type("total") == before)
        shop.type("cash 600")
        #expect(try shop.lastBill()?.total == Money(minorUnits: 560_00))
    }

    @Test("a sale of weighed goods is exact to the paisa")
    func weighed() throws {
        let shop = try Shop(printerName: nil)
        try shop.ledger?.transaction { books in
            let c = try books.addProduct(named: "चीनी", code: "22", unit: "kg")
            try books.receive(c, "C1", day: 3, quantity: 5, cost: 4_133, price: 4_777)
        }
        // 0.333 × 47.77 = 15.90741 → 15.91; 0.333 × 41.33 = 13.76289 → 13.76
        shop.type("0.333*22", "cash 20")
        let bill = try #require(try shop.lastBill())
        #expect(bill.total == Money(minorUnits: 15_91))
        #expect(bill.totalCost == Money(minorUnits: 13_76))
        #expect(bill.change == Money(minorUnits: 4_09))
    }
}
