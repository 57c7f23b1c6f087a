import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// Taxes, rounding and buyers, from the words to the columns.
@Suite("taxes on bills")
struct TaxTests {
    private static let soap = "8901000000033"

    private func shop(_ terms: BillTerms) throws -> Shop {
        let shop = try Shop(printerName: nil, terms: terms)
        try shop.ledger?.transaction { books in
            let soap = try books.addProduct(
                named: "Soap", code: Self.soap, rate: 18_00, hsn: "3401")
            try books.receive(soap, "S1", day: 1, quantity: 1_000, cost: 8_000, price: 9_950)
        }
        return shop
    }

    @Test("a regular shop's bill keeps rate, code, taxable value and both taxes of each line")
    func regular() throws {
        let shop = try shop(BillTerms(regime: .regular, rounding: .rupee))
        shop.type(Self.soap, Shop.codeB, "discount 1 5%")
        #expect(
            shop.type("total").suffix(2) == ["round off ₹0.48", "total ₹195.00   2 lines"])
        shop.type("cash 195")
        let folder = shop.folder.path
        // ₹99.50 less 5 % (₹4.975, ₹4.98) is ₹94.52; ·18/236 is 7.2092.
        #expect(
            try query(
                "SELECT hsn, gst_rate, discount, taxable, cgst, sgst FROM bill_line ORDER BY position",
                folder: folder)
                == [
                    ["3401", "1800", "498", "8010", "721", "721"],
                    ["null", "0", "null", "10000", "0", "0"],
                ])
        // Cost ₹80 and ₹75: 80/1.18 is 67.80; 195 − 14.42 − 142.80.
        #expect(
            try query(
                "SELECT tax_regime, line_discounts, round_off, total, profit, profit_excl_tax "
                    + "FROM bill", folder: folder)
                == [["regular", "498", "48", "19500", "4000", "3778"]])
        let bill = try #require(try shop.lastBill())
        #expect(bill.totals.taxes.map(\.rate.digits) == ["0", "18"])
        #expect(bill.totals.taxes.map(\.cgst.digits) == ["0.00", "7.21"])
    }

    @Test("a composition shop's bill says so and has no tax; an unregistered one's says nothing")
    func others() throws {
        for (regime, stored) in [(TaxRegime.composition, "composition"), (.unregistered, "null")] {
            let shop = try shop(BillTerms(regime: regime))
            shop.type(Self.soap, "cash 100")
            #expect(
                try query(
                    "SELECT tax_regime, gst_rate, cgst, hsn FROM bill JOIN bill_line ON bill_id = id",
                    folder: shop.folder.path) == [[stored, "null", "null", "3401"]])
            #expect(try shop.lastBill()?.regime == regime)
        }
    }

    @Test("a large tax invoice waits for the buyer's name and address")
    func buyer() throws {
        let shop = try shop(
            BillTerms(regime: .regular, buyerNeededFrom: Money(minorUnits: 50_000_00)))
        shop.type("503*\(Self.soap)")
        let refusal = [
            "A bill of ₹50000.00 or more names who buys. Type buyer and the name, and address and "
                + "where they are; then pay again."
        ]
        #expect(shop.type("cash 60000") == refusal)
        #expect(shop.type("buyer Asha Stores") == ["buyer   Asha Stores"])
        #expect(shop.type("cash 60000") == refusal)
        #expect(
            shop.type("address 12 Bazaar Road, Pune, Maharashtra")
                == ["buyer   12 Bazaar Road, Pune, Maharashtra   Asha Stores"])
        #expect(
            shop.type("gstin 27 aapfu 0939 f1zv") == [
                "buyer   27AAPFU0939F1ZV   12 Bazaar Road, Pune, Maharashtra   Asha Stores"
            ])
        #expect(shop.type("cash 60000").first?.hasPrefix("BILL-2601000001") == true)
        #expect(
            try query(
                "SELECT buyer_gstin, buyer_name, buyer_address FROM bill",
                folder: shop.folder.path)
                == [["27AAPFU0939F1ZV", "Asha Stores", "12 Bazaar Road, Pune, Maharashtra"]])
    }

    @Test("bare words take the buyer off again")
    func buyerTakenOff() throws {
        let shop = try shop(BillTerms(regime: .regular))
        #expect(shop.type("buyer") == ["There is no open bill. Scan something first."])
        shop.type("gstin 27AAPFU0939F1ZV", "buyer Asha Stores", Shop.codeB)
        #expect(shop.type("gstin") == ["buyer   Asha Stores"])
        #expect(shop.type("buyer") == ["The bill names no buyer."])
        shop.type("cash 100")
        #expect(try shop.lastBill()?.buyer == nil)
    }

    @Test("a rate that changes meanwhile is that of the payment, and a new list starts afresh")
    func changedRate() throws {
        let shop = try shop(BillTerms(regime: .regular))
        let today = try #require(CivilDate(iso: "2026-11-15"))
        let earlier = try #require(CivilDate(iso: "2026-11-14"))
        shop.type(Self.soap)
        try shop.ledger?.transaction { books in
            try books.add(
                RateChange(
                    startsOn: today, hsn: "34", old: nil, new: TaxRate(hundredths: 5_00)))
        }
        shop.type("cash 100")
        #expect(try shop.lastBill()?.lines[0].amounts.tax?.rate.digits == "5")
        // A list of today or later says the rate as it is now.
        try shop.ledger?.transaction { books in
            let soap = try #require(try books.product(code: "0" + Self.soap))
            let entry = CatalogueEntry(
                name: "Soap", unit: Product.Unit("pc"), hsn: "3401", gstRate: 18_00, category: nil)
            try books.changeProduct(soap, to: entry, on: today)
        }
        shop.type(Self.soap, "cash 100")
        #expect(try shop.lastBill()?.lines[0].amounts.tax?.rate.digits == "18")
        #expect(try shop.ledger?.transaction { try $0.rateChanges().count } == 1)
        #expect(earlier < today)
    }

    @Test("a carton's code is its pieces, from the same stock as the single pack")
    func carton() throws {
        let shop = try shop(.plain)
        try shop.ledger?.transaction { books in
            let soap = try #require(try books.product(code: "0" + Self.soap))
            try books.addCode("08901000000040", shown: "8901000000040", pieces: 12, to: soap)
        }
        #expect(shop.type("8901000000040").first?.contains("12 × ₹99.50") == true)
        #expect(shop.type("2*8901000000040").first?.contains("36 × ₹99.50") == true)
        #expect(shop.type(Self.soap).first?.contains("37 × ₹99.50") == true)
        #expect(
            shop.type("999999*8901000000040") == [
                "That is more than a bill can hold of one product."
            ])
    }
}
