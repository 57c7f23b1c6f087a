import Billing
import PaperReader
import Receipts
import Testing

@Suite("Receipts with discounts and taxes")
struct TaxReceiptTests {
    private static let soldAt = CivilTime(iso: "2026-11-15 10:30:00")

    private static func line(
        _ id: Int64, _ name: String, rate: Int, price: Int64, mrp: Int64? = nil,
        discount: Discount? = nil
    ) -> CartLine {
        CartLine(
            product: Product(
                id: ProductID(id), barcode: "\(id)", name: name, unit: Product.Unit("pc"),
                rate: TaxRate(hundredths: rate)),
            parts: [
                LinePart(
                    batch: BatchID(id), label: "B", quantity: .one, cost: .zero,
                    price: Money(minorUnits: price), mrp: mrp.map(Money.init(minorUnits:)))
            ], discount: discount)
    }

    /// Soap at ₹99.50 of MRP 110 less 5 %, and salt at ₹20 without tax.
    private static let cart = [
        line(
            1, "Soap", rate: 18_00, price: 99_50, mrp: 110_00,
            discount: .percent(hundredths: 5_00)),
        line(2, "Salt", rate: 0, price: 20_00),
    ]

    private func rows(
        _ cart: [CartLine] = cart, terms: BillTerms, discount: Discount? = nil,
        buyer: Buyer? = nil
    ) throws -> [String] {
        let reckoning = Reckoning(cart, discount: discount, terms: terms)
        let lines = zip(cart, reckoning.lines).map {
            BillLine(product: $0.product, parts: $0.parts, amounts: $1)
        }
        let total = reckoning.totals.total
        let bill = Bill(
            number: "BILL-2601000001", invoiceNumber: "BILL-2601000001",
            reference: SaleReference("r"), lines: lines, subtotal: reckoning.totals.gross,
            total: total, totalCost: .zero, payments: [Payment(tender: .cash, amount: total)],
            change: .zero, customer: nil, cashier: "Asha", soldAt: try #require(Self.soldAt),
            totals: reckoning.totals, regime: terms.regime, buyer: buyer)
        let document = ReceiptDocument(bill: bill, shop: ReceiptFixtures.shop, mark: .duplicate)
        let rows = TextRenderer.rows(of: Layout(terminalColumns: 42).receipt(of: document))
        // What stands where is tested elsewhere; here it is what stands there at all.
        return rows.map { $0.split(separator: " ").joined(separator: " ") }
    }

    @Test("a tax invoice says discounts, rounding, every rate and what was saved, to the paisa")
    func invoice() throws {
        let rows = try rows(
            terms: BillTerms(regime: .regular, rounding: .rupee),
            discount: .amount(Money(minorUnits: 4_52)))
        // Soap 99.50 − 4.98 = 94.52; the bill's 4.52 over 94.52 and 20.00 is 3.73 and 0.79; 90.79
        // has 6.92 and 6.92 of tax. Saved: 130.00 of MRP and price less 110.00.
        let rule = String(repeating: "─", count: 42)
        let start = try #require(rows.firstIndex(of: rule))
        #expect(
            Array(rows[start...].prefix(17)) == [
                rule,
                "Soap 1 × ₹99.50 ₹99.50",
                "Discount -₹4.98",
                "Salt 1 × ₹20 ₹20",
                rule,
                "Subtotal: ₹119.50",
                "Discounts: -₹4.98",
                "Bill discount: -₹4.52",
                "Total: ₹110",
                "Payment: Cash",
                "Cash given: ₹110",
                "Change: ₹0",
                rule,
                "Tax Taxable CGST SGST",
                "Exempt 19.21 0.00 0.00",
                "GST 18% 76.95 6.92 6.92",
                "You saved ₹20",
            ])
        #expect(rows.contains("Tax Invoice"))
    }

    @Test("what is rounded has a line of its own, in both directions")
    func roundOff() throws {
        let terms = BillTerms(rounding: .rupee)
        #expect(
            try rows([Self.line(2, "Salt", rate: 0, price: 20_40)], terms: terms)
                .contains("Round off: -₹0.40"))
        #expect(
            try rows([Self.line(2, "Salt", rate: 0, price: 20_60)], terms: terms)
                .contains("Round off: ₹0.40"))
        let even = try rows([Self.line(2, "Salt", rate: 0, price: 20_00)], terms: terms)
        #expect(!even.contains { $0.hasPrefix("Round off") })
    }

    @Test("exempt goods alone, and a composition shop, make a bill of supply")
    func billOfSupply() throws {
        let exempt = try rows([Self.cart[1]], terms: BillTerms(regime: .regular))
        #expect(exempt.contains("Bill of Supply"))
        let composition = try rows(terms: BillTerms(regime: .composition))
        #expect(composition.contains("Bill of Supply"))
        #expect(
            composition.joined(separator: " ").contains("composition taxable person, not eligible"))
        #expect(!composition.contains { $0.contains("GST") })
        let unregistered = try rows(terms: .plain)
        #expect(!unregistered.contains { $0.contains("Supply") || $0.contains("Tax") })
    }

    @Test("the buyer stands under the bill's number, each thing that is known on its own line")
    func buyer() throws {
        let buyer = Buyer(
            gstin: try GSTIN(parsing: "27AAPFU0939F1ZV"), name: "Asha Stores", address: "Pune")
        let rows = try rows(terms: BillTerms(regime: .regular), buyer: buyer)
        let date = try #require(rows.firstIndex { $0.hasPrefix("Date:") })
        #expect(
            Array(rows[(date + 1)...].prefix(3))
                == ["Buyer: Asha Stores", "Pune", "GSTIN: 27AAPFU0939F1ZV"])
    }
}
