import Billing
import PaperReader
import Receipts
import Testing

@Suite("What a shop has on its receipts")
struct ReceiptContentTests {
    private static let rice = BillLine(
        product: Product(
            id: ProductID(1), barcode: "1", name: "Rice", unit: Product.Unit("pc"), hsn: "1006"),
        parts: [
            LinePart(
                batch: BatchID(1), label: "A", quantity: .one, cost: .zero,
                price: Money(minorUnits: 100_00), mrp: Money(minorUnits: 120_00))
        ])

    private func bill(
        _ payments: [Payment] = [Payment(tender: .cash, amount: Money(minorUnits: 100_00))],
        kind: BillKind = .sale
    ) -> Bill {
        let plain = ReceiptFixtures.bill(
            number: "BILL-1", lines: [Self.rice], customer: ReceiptFixtures.johnDoe, cash: 100_00)
        return Bill(
            number: plain.number, invoiceNumber: plain.number, reference: plain.reference,
            lines: plain.lines, subtotal: plain.subtotal, total: plain.total, totalCost: .zero,
            payments: payments, change: .zero, customer: plain.customer, cashier: "Asha",
            soldAt: plain.soldAt, kind: kind)
    }

    private func rows(
        _ bill: Bill, _ change: (inout ReceiptTemplate) -> Void = { _ in }
    ) -> [String] {
        var template = ReceiptTemplate(shop: ReceiptFixtures.shop)
        change(&template)
        let document = ReceiptDocument(bill: bill, template: template, mark: .original)
        let rows = TextRenderer.rows(of: Layout(terminalColumns: 120).receipt(of: document))
        return rows.map { $0.split(separator: " ").joined(separator: " ") }
    }

    /// What each choice adds to the receipt, and what it takes away.
    private func difference(_ change: (inout ReceiptTemplate) -> Void) -> ([String], [String]) {
        let (usual, changed) = (rows(bill()), rows(bill(), change))
        return (changed.filter { !usual.contains($0) }, usual.filter { !changed.contains($0) })
    }

    @Test("code and printed price stand under the product")
    func details() {
        let both = difference {
            $0.content.hasHSN = true
            $0.content.hasMRP = true
        }
        #expect(both == (["HSN 1006 MRP ₹120"], []))
        #expect(difference { $0.content.hasHSN = true } == (["HSN 1006"], []))
    }

    @Test("savings, bars and cashier are there or not")
    func parts() {
        #expect(difference { $0.content.hasSavings = false } == ([], ["You saved ₹20"]))
        #expect(difference { $0.content.hasBarcode = false } == ([], ["BILL-1"]))
        #expect(difference { $0.content.hasCashier = true } == (["Cashier: Asha"], []))
    }

    @Test("a phone is shown, masked to its last four digits, or left out")
    func phone() {
        let masked = difference { $0.content.phone = .masked }
        #expect(masked == (["Phone: XXXXXX3210"], ["Phone: 9876543210"]))
        #expect(difference { $0.content.phone = .none } == ([], ["Phone: 9876543210"]))
    }

    @Test("further lines of the head stand under the tax number, the picture on top")
    func head() {
        let rows = rows(bill()) {
            $0.shop = ShopHeader(name: "S", gstin: "27ABCDE1234F1Z5", header: ["FSSAI 1151"])
            $0.logo = Raster(width: 24, height: 8)
        }
        #expect(
            rows.prefix(4) == [
                "[picture 24×8]", "S", "GSTIN: 27ABCDE1234F1Z5", "FSSAI 1151",
            ])
    }

    @Test("what is owed can be paid by the code under the bill, and by nothing where none is owed")
    func paymentCode() {
        let owed = [
            Payment(tender: .cash, amount: Money(minorUnits: 40_00)),
            Payment(tender: .credit, amount: Money(minorUnits: 60_00)),
        ]
        let payee = UPIPayee(address: "shop@okbank", name: "SHIVIK MART", category: nil)
        let code = [
            "Amount due: ₹60", "Pay by UPI",
            "[QR upi://pay?pa=shop@okbank&pn=SHIVIK%20MART&tr=BILL1&am=60.00&cu=INR&tn=BILL-1]",
        ]
        #expect(code.allSatisfy(rows(bill(owed)) { $0.upiPayee = payee }.contains))
        #expect(!rows(bill(owed)).contains { $0.hasPrefix("[QR") })
        #expect(!rows(bill()) { $0.upiPayee = payee }.contains { $0.hasPrefix("[QR") })
        let note = bill(owed, kind: .creditNote(of: "BILL-0"))
        #expect(!rows(note) { $0.upiPayee = payee }.contains { $0.hasPrefix("[QR") })
    }

    @Test("how a paper was settled is said where money or goods changed hands for it")
    func settledByNothing() {
        let cash = [Payment(tender: .cash, amount: Money(minorUnits: 40_00))]
        #expect(rows(bill(cash, kind: .creditNote(of: "BILL-0"))).contains("Refund: Cash"))
        #expect(!rows(bill([], kind: .creditNote(of: "BILL-0"))).contains { $0.contains("Refund") })
    }

    @Test("words in another language take the place of the English ones, those of tenders too")
    func labels() {
        let rows = rows(bill()) {
            $0.labels = ReceiptLabels([.total: "कुल राशि:", .payment: "भुगतान:", .cash: "नकद"])
        }
        #expect(rows.contains("कुल राशि:") && rows.contains("भुगतान: नकद"))
        #expect(rows.contains("Subtotal: ₹100"))
    }

    @Test("a buyer without a name is still called the buyer")
    func buyer() throws {
        let buyer = Buyer(gstin: try GSTIN(parsing: "27AAPFU0939F1ZV"))
        let plain = bill()
        let named = Bill(
            number: plain.number, invoiceNumber: plain.number, reference: plain.reference,
            lines: plain.lines, subtotal: plain.subtotal, total: plain.total, totalCost: .zero,
            payments: plain.payments, change: .zero, customer: nil, cashier: "Asha",
            soldAt: plain.soldAt, buyer: buyer)
        #expect(rows(named).contains("Buyer: GSTIN: 27AAPFU0939F1ZV"))
    }
}
