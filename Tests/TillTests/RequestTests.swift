import Billing
import Ledger
import ShopFixtures
import Testing
import Till

@Suite("what other programs ask of the till")
struct RequestTests {
    private func sold(_ answers: [TillAnswer]) throws -> (RequestedSale, isRepeat: Bool) {
        guard case .sold(let sale, let isRepeat) = try #require(answers.first) else {
            Issue.record("\(answers)")
            throw LedgerError.damaged(what: "no sale")
        }
        return (sale, isRepeat)
    }

    @Test("a new customer's sale is one bill: stock, cost, customer and receipt in one step")
    func scenarioOne() throws {
        let shop = try Shop()
        let (sale, isRepeat) = try sold(
            shop.ask(
                try sale(billNumber: "BILL-1234567890", phone: "98765 43210", name: "John Doe")))
        #expect(!isRepeat)
        let bill = sale.bill
        #expect(bill.number == "BILL-1234567890")
        #expect(bill.invoiceNumber == "BILL-2601000001")
        #expect(bill.total == Money(minorUnits: 500_00))
        // One of A1 at 80, one of A2 at 85, three of B1 at 75: first in, first out.
        #expect(bill.totalCost == Money(minorUnits: 390_00))
        #expect(bill.profit == Money(minorUnits: 110_00))
        #expect(bill.customer?.number == "CUST0001")
        #expect(bill.customer?.name == "John Doe")
        #expect(bill.cashier == "web")
        #expect(try shop.count("print_job") == 1)
        #expect(try shop.ledger?.transaction { try $0.bill(number: bill.number) } == bill)
    }

    @Test("a returning customer keeps number and name; without a phone there is no customer")
    func scenariosTwoAndThree() throws {
        let shop = try Shop()
        shop.ask(.findOrCreateCustomer(try Phone(parsing: "9876543210"), name: try Text("Asha")))
        let asks = [
            try sale(
                "R1", items: [Self.oneB], shown: [Self.shownB()], total: 100_00,
                phone: "+91 98765-43210", name: "Somebody"),
            try sale(
                "R2", items: [Self.oneB], shown: [Self.shownB()], total: 100_00,
                name: "Nobody"),
        ]
        let bills = try asks.map { try sold(shop.ask($0)).0.bill }
        #expect(bills.map(\.customer?.number) == ["CUST0001", nil])
        #expect(bills.map(\.customer?.name) == ["Asha", nil])
    }

    @Test("the same meaning answers the same bill, in the same step and later")
    func repeats() throws {
        let shop = try Shop()
        let once = try sale(phone: "9876543210", extra: #"{"table":5}"#)
        let answers = shop.ask(once, once)
        let (first, isRepeat) = try sold(answers)
        #expect(!isRepeat)
        #expect(answers.last == .sold(first, isRepeat: true))
        try shop.reopenBooks()
        #expect(shop.ask(once) == [.sold(first, isRepeat: true)])
        #expect(try shop.count("bill") == 1)
        #expect(try shop.count("print_job") == 1)
        #expect(first.extra == #"{"table":5}"#)
    }

    @Test("a repeat may name products by id, in another order, and say sums or not")
    func sameMeaning() throws {
        let shop = try Shop()
        shop.ask(try sale())
        let a = SaleRequest.Item(product: "1", quantity: Quantity(pieces: 1))
        let b = SaleRequest.Item(product: "2", quantity: Quantity(pieces: 3))
        let price = Money(minorUnits: 100_00)
        let other = try sale(
            billNumber: "BILL-9", items: [b, a, a],
            shown: [b, a, a].map { .init(item: $0, price: price, total: nil) },
            subtotal: 500_00, payment: .init(.cash, received: Money(minorUnits: 500_00)))
        #expect(try sold(shop.ask(other)).isRepeat)
    }

    @Test("another meaning under a reference is refused, whatever it differs in")
    func otherMeaning() throws {
        let shop = try Shop()
        shop.type(Shop.codeB, "cash 100")
        shop.ask(try sale())
        let others = [
            try sale(priceOfA: 99_00, total: 498_00), try sale(phone: "9876543210"),
            try sale(payment: .init(.upi)),
            try sale(payment: .init(.cash, received: Money(minorUnits: 600_00))),
            try sale(items: [Self.oneB], shown: [Self.shownB()], total: 100_00),
            // The reference of a sale at the terminal.
            try sale("sale-1"),
        ]
        for other in others { #expect(shop.codes(other) == ["reference-taken"]) }
        #expect(try shop.count("bill") == 2)
    }

    @Test("an edited price is sold at; one below cost is refused and leaves nothing")
    func prices() throws {
        let shop = try Shop()
        let books = try dump(folder: shop.folder.path)
        // A2 cost 85.
        let low = try sale(priceOfA: 84_00, total: 468_00, phone: "9876543210")
        guard case .refused(let refusal) = shop.ask(low).first else {
            Issue.record("sold below cost")
            return
        }
        #expect(refusal.kind == .conflict)
        #expect(refusal.code == "price-below-cost")
        #expect(
            refusal.message == "₹84.00 is below the cost of ₹85.00 of batch A2: Product A")
        #expect(try dump(folder: shop.folder.path) == books)
        let edited = try sale(priceOfA: 95_50, total: 491_00)
        #expect(try sold(shop.ask(edited)).0.bill.total == Money(minorUnits: 491_00))
    }

    @Test("sums that are not the till's are refused and leave nothing")
    func sums() throws {
        let shop = try Shop()
        let books = try dump(folder: shop.folder.path)
        let cash = { (received: Int64, change: Int64?) in
            SaleRequest.Tendered(
                .cash, received: Money(minorUnits: received),
                change: change.map(Money.init(minorUnits:)))
        }
        let cases = [
            (try sale(total: 499_00), "total-differs"),
            (try sale(subtotal: 499_00), "subtotal-differs"),
            (try sale(payment: cash(499_00, nil)), "cash-short"),
            (try sale(payment: cash(600_00, 99_00)), "change-differs"),
            (try sale(payment: .init(.credit)), "credit-without-customer"),
            (
                try sale(shown: [Self.shownB(total: 99_00)], total: 100_00), "total-differs"
            ),
            (try sale(shown: [Self.shownB()], total: 100_00), "items-mismatch"),
            (try sale(billNumber: "BILL-2601999999"), "bill-number-reserved"),
            (
                try sale(items: [.init(product: "4711", quantity: .one)], shown: []),
                "unknown-product"
            ),
            (
                try sale(items: [.init(product: "0", quantity: .one)], shown: []),
                "unknown-product"
            ),
        ]
        for (ask, code) in cases { #expect(shop.codes(ask) == [code]) }
        #expect(try dump(folder: shop.folder.path) == books)
    }

    @Test("more than there is in stock is refused; numbers that clients make are taken")
    func stockAndNumbers() throws {
        let shop = try Shop()
        let many = SaleRequest.Item(product: Shop.codeB, quantity: Quantity(pieces: 11))
        let shown = SaleRequest.PricedItem(
            item: many, price: Money(minorUnits: 100_00), total: nil)
        #expect(
            shop.codes(try sale(items: [many], shown: [shown], total: 1_100_00))
                == ["not-enough-stock"])
        for (index, number) in ["BILL-1763871234567", "A", "BILL-1234567890"].enumerated() {
            let one = try sale(
                "N\(index)", billNumber: number, items: [Self.oneB], shown: [Self.shownB()],
                total: 100_00)
            #expect(try sold(shop.ask(one)).0.bill.number == number)
        }
        let again = try sale(
            "N9", billNumber: "A", items: [Self.oneB], shown: [Self.shownB()], total: 100_00)
        #expect(shop.codes(again) == ["bill-number-taken"])
    }

    @Test("the open bill at the terminal is left alone, and shares the stock")
    func terminal() throws {
        let shop = try Shop()
        shop.type("8*\(Shop.codeB)")
        try #require(try sold(shop.ask(try sale())).0.bill.number == "BILL-2601000001")
        // Ten of B were there, three are sold.
        #expect(shop.type("cash 800").first?.contains("Only 7 pc in stock") == true)
        #expect(shop.type("qty 7", "cash 700").last?.hasPrefix("BILL-2601000002") == true)
    }

    @Test("of fifty requests for a new phone one makes the customer, with one number")
    func customers() throws {
        let shop = try Shop()
        let phone = try Phone(parsing: "9876543210")
        let answers = Answers()
        let ask = TillAsk.findOrCreateCustomer(phone, name: nil)
        for case .reply(let answer, let request) in shop.till.step(
            (1...50).map { _ in .request(answers.request(ask)) })
        {
            request.answer(answer)
        }
        let new = answers.all.filter { if case .customer(_, true) = $0 { true } else { false } }
        #expect(answers.all.count == 50)
        #expect(new.count == 1)
        #expect(try shop.count("customer") == 1)
        #expect(
            try query("SELECT value FROM counter WHERE name = 'customer'", folder: shop.folder.path)
                == [["1"]])
    }

    @Test("a UPI payment is confirmed once, by its own number and amount")
    func confirmations() throws {
        let shop = try Shop()
        shop.type(Shop.codeB, "upi")
        let attempt = try #require(shop.till.awaitedPayment)
        func news(_ attempt: String, _ amount: Int64) -> TillAsk {
            .confirmPayment(
                PaymentNews(attempt: attempt, utr: nil, amount: Money(minorUnits: amount)))
        }
        #expect(shop.codes(news("other", 100_00)) == ["no-attempt"])
        #expect(shop.codes(news(attempt.id, 99_00)) == ["amount-differs"])
        #expect(shop.ask(news(attempt.id, 100_00)) == [.confirmed])
        #expect(try shop.lastBill()?.paymentMethod == "UPI")
        #expect(shop.ask(news(attempt.id, 100_00)) == [.confirmed])
        #expect(try shop.count("bill") == 1)
    }

    @Test("trouble with customers does not stop the sale; the bill says so")
    func customersUnreachable() throws {
        let shop = try Shop()
        try alter(
            "CREATE TRIGGER no BEFORE INSERT ON customer BEGIN SELECT RAISE (FAIL, 'no'); END",
            folder: shop.folder.path)
        let bill = try sold(shop.ask(try sale(phone: "9876543210"))).0.bill
        #expect(bill.customer == nil)
        #expect(bill.warning == "customer 9876543210 could not be looked up")
    }

    @Test("books that cannot be written answer so, leave nothing, and sell at the next try")
    func failingBooks() throws {
        let shop = try Shop()
        let books = try dump(folder: shop.folder.path)
        try alter(
            "CREATE TRIGGER no BEFORE INSERT ON sale_request "
                + "BEGIN SELECT RAISE (FAIL, 'disk full'); END", folder: shop.folder.path)
        #expect(shop.codes(try sale()) == ["not-written"])
        try alter("DROP TRIGGER no", folder: shop.folder.path)
        #expect(try dump(folder: shop.folder.path) == books)
        #expect(try !sold(shop.ask(try sale())).isRepeat)
    }

    @Test("the inbox takes requests up to its limit, in turns with everything else")
    func inbox() throws {
        let inbox = try Inbox(requestLimit: 2)
        let answers = Answers()
        let requests = try (1...3).map { answers.request(try sale("R\($0)")) }
        #expect(requests.map { inbox.post($0)?.code } == [nil, nil, "busy"])
        inbox.post(.line("help"))
        #expect(inbox.take().count == 1)
        #expect(inbox.take().count == 2)
        #expect(inbox.takeRest().isEmpty)
        inbox.refuseRequests()
        #expect(inbox.post(requests[0]) == .closing)
    }

    private static let oneB = SaleRequest.Item(product: Shop.codeB, quantity: .one)

    private static func shownB(total: Int64? = nil) -> SaleRequest.PricedItem {
        SaleRequest.PricedItem(
            item: oneB, price: Money(minorUnits: 100_00),
            total: total.map(Money.init(minorUnits:)))
    }
}
