import Billing
import Testing

@Suite("Taxes in the price")
struct TaxTests {
    static let regular = BillTerms(regime: .regular)

    // Half of amount·r/(100+r), half a paisa up: 100·5/210 is 2.38095, 100·18/236 is 7.627,
    // 1.18·18/236 is 0.09 exactly, 0.07·18/236 is 0.00534, 1·3/206 is 0.01456, 100·0.25/200.5 is
    // 0.12469, 100·1.5/203 is 0.73892, 100·40/280 is 14.2857, 0.21·5/210 is half a paisa.
    @Test(
        "each half is rounded half up, and the rest is taxable",
        arguments: [
            (100_00, 5_00, 95_24, 2_38), (100_00, 18_00, 84_74, 7_63), (1_18, 18_00, 1_00, 9),
            (7, 18_00, 5, 1), (1_00, 3_00, 98, 1), (100_00, 25, 99_76, 12),
            (100_00, 1_50, 98_52, 74), (100_00, 40_00, 71_42, 14_29), (21, 5_00, 19, 1),
            (20, 5_00, 20, 0), (100_00, 0, 100_00, 0), (0, 18_00, 0, 0),
            (-100_00, 18_00, -84_74, -7_63),
        ] as [(Int64, Int, Int64, Int64)])
    func formula(amount: Int64, rate: Int, taxable: Int64, half: Int64) {
        let tax = LineTax(in: Money(minorUnits: amount), at: TaxRate(hundredths: rate))
        #expect(tax.taxable.minorUnits == taxable)
        #expect(tax.cgst.minorUnits == half)
        #expect(tax.sgst.minorUnits == half)
        #expect(tax.taxable + tax.total == Money(minorUnits: amount))
    }

    private static func offer(
        _ id: Int64, rate: Int, price: Int64 = 100_00, mrp: Int64? = nil, onMRP: Bool = false
    ) -> Offer {
        let product = Shop.product(id, "Product \(id)", rate: rate, isTaxedOnMRP: onMRP)
        let batch = Shop.batch(
            id * 10, "T\(id)", Quantity(pieces: 10), cost: 50_00, price: price, mrp: mrp)
        return Offer(product: product, batches: [batch])
    }

    private static func paid(
        _ offers: [Offer], terms: BillTerms = regular, discount: Discount? = nil
    ) throws -> Bill {
        let opening = BillOpening(Shop.reference, terms: terms)
        var sale = Sale.idle
        for offer in offers { _ = try sale.apply(.scanned(offer, .one, opening: opening)) }
        if let discount { _ = try sale.apply(.billDiscountSet(discount)) }
        let byProduct = Dictionary(offers.map { ($0.product.id, $0) }, uniquingKeysWith: { $1 })
        _ = try sale.apply(.pay(1_000_00, byProduct))
        return try #require(sale.settlement).bill(number: "BILL-1", cashier: "Asha")
    }

    @Test("taxable and exempt goods on one bill are rows of their rates, the lowest first")
    func mixed() throws {
        let bill = try Self.paid([
            Self.offer(1, rate: 18_00), Self.offer(2, rate: 0), Self.offer(3, rate: 5_00),
            Self.offer(4, rate: 18_00, price: 50_00),
        ])
        #expect(bill.totals.taxes.map(\.rate.digits) == ["0", "5", "18"])
        #expect(bill.totals.taxes.map(\.taxable.digits) == ["100.00", "95.24", "127.12"])
        #expect(bill.totals.taxes.map(\.cgst.digits) == ["0.00", "2.38", "11.44"])
        #expect(bill.regime == .regular)
        #expect(bill.total.digits == "350.00")
    }

    @Test("the tax is of what is paid, after both discounts")
    func discounted() throws {
        let bill = try Self.paid(
            [Self.offer(1, rate: 18_00), Self.offer(2, rate: 5_00)],
            discount: .percent(hundredths: 10_00))
        // ₹90 each: 90·18/236 is 6.864, 90·5/210 is 2.143.
        #expect(bill.lines.map { $0.amounts.tax?.cgst.digits } == ["6.86", "2.14"])
        #expect(bill.lines.map { $0.amounts.tax?.taxable.digits } == ["76.28", "85.72"])
    }

    @Test("goods taxed on their MRP carry that tax, whatever they sell for")
    func onMRP() throws {
        let bill = try Self.paid([
            Self.offer(1, rate: 40_00, price: 90_00, mrp: 100_00, onMRP: true)
        ])
        #expect(bill.lines[0].amounts.tax?.cgst.digits == "14.29")
        #expect(bill.lines[0].amounts.tax?.taxable.digits == "71.42")
        #expect(bill.total.digits == "90.00")
        let bare = try Self.paid([Self.offer(1, rate: 40_00, price: 90_00, onMRP: true)])
        #expect(bare.lines[0].amounts.tax?.cgst.digits == "12.86")
    }

    @Test("other regimes collect nothing", arguments: [TaxRegime.unregistered, .composition])
    func otherRegimes(regime: TaxRegime) throws {
        let bill = try Self.paid([Self.offer(1, rate: 18_00)], terms: BillTerms(regime: regime))
        #expect(bill.totals.taxes.isEmpty)
        #expect(bill.lines[0].amounts.tax == nil)
        #expect(bill.regime == regime)
    }

    // Price ₹100 and cost ₹50 at 18 %. Collected: 100 − 15.26 − 50/1.18 (42.37); costs without
    // tax stay. Not collected: the tax in the cost is never seen again.
    @Test(
        "profit without tax takes the tax out of price and cost, as far as the shop gets it back",
        arguments: [
            (TaxRegime.regular, true, "42.37"), (.regular, false, "34.74"),
            (.unregistered, true, "50.00"), (.unregistered, false, "41.00"),
            (.composition, true, "50.00"), (.composition, false, "41.00"),
        ])
    func profit(regime: TaxRegime, costsIncludeTax: Bool, expected: String) throws {
        let bill = try Self.paid(
            [Self.offer(1, rate: 18_00)],
            terms: BillTerms(regime: regime, costsIncludeTax: costsIncludeTax))
        #expect(bill.profit.digits == "50.00")
        #expect(bill.profitExcludingTax?.digits == expected)
    }

    @Test(
        "the bill is rounded half up to the rupee, with a line of its own",
        arguments: [
            (100_49, -49), (100_50, 50), (100_51, 49), (100_00, 0), (100_99, 1), (49, -49),
            (50, 50),
        ] as [(Int64, Int64)])
    func rounding(price: Int64, difference: Int64) throws {
        let offer = Self.offer(1, rate: 0, price: price)
        let cheap = Offer(
            product: offer.product, batches: [Shop.batch(1, "c", .one, cost: 0, price: price)])
        let bill = try Self.paid([cheap], terms: BillTerms(rounding: .rupee))
        #expect(bill.totals.roundOff.minorUnits == difference)
        #expect(bill.total.minorUnits == price + difference)
        #expect(bill.total.minorUnits % 100 == 0)
    }

    @Test("from fifty thousand on a tax invoice names the buyer with an address")
    func buyer() throws {
        let terms = BillTerms(regime: .regular, buyerNeededFrom: Money(minorUnits: 50_000_00))
        let offer = Self.offer(1, rate: 18_00, price: 50_000_00)
        let offers = [offer.product.id: offer]
        let opening = BillOpening(Shop.reference, terms: terms)
        var sale = try Sale.after(.scanned(offer, .one, opening: opening))
        let missing = Rejection.buyerMissing(from: Money(minorUnits: 50_000_00))
        #expect(try sale.refusal(of: .pay(50_000_00, offers)) == missing)
        _ = try sale.apply(.buyerNamed(Buyer(address: "Pune"), opening: opening))
        #expect(try sale.refusal(of: .pay(50_000_00, offers)) == missing)
        // A customer's name will do, as long as it is one.
        var withCustomer = sale
        _ = try withCustomer.apply(.customerLinked(Shop.john, opening: opening))
        _ = try withCustomer.apply(.pay(50_000_00, offers))
        #expect(withCustomer.settlement?.buyer == Buyer(name: "John Doe", address: "Pune"))
        _ = try sale.apply(
            .buyerNamed(Buyer(name: "Asha Stores", address: "Pune"), opening: opening))
        _ = try sale.apply(.pay(50_000_00, offers))
        #expect(sale.settlement?.buyer?.name == "Asha Stores")
        // A rupee less, or another regime, names nobody.
        let less = Self.offer(1, rate: 18_00, price: 49_999_00)
        let small = try Sale.after(
            .scanned(less, .one, opening: opening), .pay(50_000_00, [less.product.id: less]))
        #expect(small.settlement?.buyer == nil)
    }

    @Test("the rate is that of the day of payment")
    func rateAtPayment() throws {
        let old = Self.offer(1, rate: 18_00)
        let new = Self.offer(1, rate: 5_00)
        let opening = BillOpening(Shop.reference, terms: Self.regular)
        let sale = try Sale.after(
            .scanned(old, .one, opening: opening), .pay(100_00, [old.product.id: new]))
        #expect(sale.settlement?.lines[0].amounts.tax?.rate.digits == "5")
        #expect(sale.settlement?.lines[0].product.name == "Product 1")
    }
}

@Suite("Changes of tax rates")
struct RateChangeTests {
    private static func change(
        _ day: String, _ hsn: String?, _ old: Int?, _ new: Int
    ) throws -> RateChange {
        RateChange(
            startsOn: try #require(CivilDate(iso: day)), hsn: hsn,
            old: old.map { TaxRate(hundredths: $0) }, new: TaxRate(hundredths: new))
    }

    // The Indian reform of 22 September 2025: 12 became 5 and 28 became 18, drinks 40.
    private static func changes() throws -> [RateChange] {
        [
            try change("2027-01-01", nil, 18_00, 16_00),
            try change("2025-09-22", nil, 12_00, 5_00),
            try change("2025-09-22", nil, 28_00, 18_00),
            try change("2025-09-22", "2202", 28_00, 40_00),
            try change("2026-02-01", "24", nil, 40_00),
            try change("2026-02-01", "2402", nil, 3_00),
        ]
    }

    @Test(
        "a rate changes on the day, by rate or by goods, the closest description first",
        arguments: [
            ("2025-09-21", nil, 12_00, nil, 12_00), ("2025-09-22", nil, 12_00, nil, 5_00),
            ("2026-12-31", nil, 28_00, "3304", 18_00), ("2027-01-01", nil, 28_00, "3304", 16_00),
            ("2026-12-31", nil, 28_00, "22021010", 40_00), ("2026-12-31", nil, 5_00, "2202", 5_00),
            ("2026-02-01", nil, 28_00, "2401", 40_00), ("2026-02-01", nil, 28_00, "2402", 3_00),
            // What the catalogue said that day or later is right as it is.
            ("2026-12-31", "2025-09-22", 12_00, nil, 12_00),
            ("2026-12-31", "2025-09-21", 12_00, nil, 5_00),
            ("2027-06-01", "2026-11-23", 18_00, nil, 16_00),
        ] as [(String, String?, Int, String?, Int)])
    func rates(day: String, since: String?, rate: Int, hsn: String?, expected: Int) throws {
        let day = try #require(CivilDate(iso: day))
        let since = try since.map { try #require(CivilDate(iso: $0)) }
        let now = TaxRate(hundredths: rate).on(
            day, since: since, hsn: hsn, changes: try Self.changes())
        #expect(now == TaxRate(hundredths: expected))
    }
}

@Suite("GSTIN")
struct GSTINTests {
    @Test(
        "a number whose check digit fits is taken, in any spelling",
        arguments: [
            "27AAPFU0939F1ZV", "27aapfu0939f1zv", "27 AAPFU 0939 F1ZV", "27ABCDE1234F1Z0",
        ])
    func right(text: String) throws {
        #expect(try GSTIN(parsing: text).text.hasPrefix("27A"))
    }

    @Test(
        "one wrong character is found",
        arguments: [
            "27AAPFU0939F1ZU", "27AAPFU0938F1ZV", "72AAPFU0939F1ZV", "27APAFU0939F1ZV",
        ])
    func wrongDigit(text: String) {
        #expect(throws: GSTIN.Refusal.checkDigit) { try GSTIN(parsing: text) }
    }

    @Test(
        "other forms are none",
        arguments: [
            "", "27AAPFU0939F1Z", "27AAPFU0939F1ZVV", "27AAPFU0939F1XV", "AAAAPFU0939F1ZV",
            "२७AAPFU0939F1ZV",
        ])
    func otherForm(text: String) {
        #expect(throws: GSTIN.Refusal.form) { try GSTIN(parsing: text) }
    }
}
