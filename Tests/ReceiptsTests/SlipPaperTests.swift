import Billing
import Receipts
import Testing

/// Papers that are no bills, word for word.
@Suite("slips on paper")
struct SlipPaperTests {
    private static let holder = AccountHolder(
        number: "CUST0001", name: "John Doe", phone: "9876543210")

    private func rows(
        _ slip: Slip, columns: Int, mark: CopyMark = .original
    ) -> [String] {
        let document = ReceiptDocument(
            slip: slip, template: ReceiptTemplate(shop: ShopHeader(name: "SHIVIK MART")), mark: mark
        )
        return TextRenderer.rows(of: Layout(terminalColumns: columns).receipt(of: document))
    }

    private func held() throws -> Slip {
        let at = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        return .heldBill(
            HeldSlip(
                number: 3, since: at, cashier: "Asha", customer: Self.holder,
                rows: [
                    HeldSlip.Row(
                        name: "Product A", quantity: Quantity(pieces: 2), unit: "pc",
                        amount: Money(minorUnits: 200_00)),
                    HeldSlip.Row(
                        name: "Tomato", quantity: Quantity(thousandths: 450), unit: "kg",
                        amount: Money(minorUnits: 18_00)),
                ], total: Money(minorUnits: 218_00), code: "GALLA-RESUME-3-0"))
    }

    @Test("a parked bill's slip has its number, its goods and the code that brings it back")
    func heldBill() throws {
        let rule = String(repeating: "─", count: 32)
        #expect(
            rows(try held(), columns: 32) == [
                "          SHIVIK MART",
                "          Parked Bill",
                "No: 3",
                "Customer: CUST0001 - John Doe",
                "Phone: 9876543210",
                "Date: 2026-11-15 10:30 AM",
                "Cashier: Asha",
                rule,
                "Product A                2  ₹200",
                "Tomato             0.45 kg   ₹18",
                rule,
                "Total:                      ₹218",
                "Not a bill. Prices are looked at",
                "     again when it is paid.",
                "        GALLA-RESUME-3-0",
                "- - - - - - - - - - - - - - - -",
            ])
    }

    @Test("a copy of which nobody knows whether it is the first says so first")
    func duplicate() throws {
        #expect(rows(try held(), columns: 32, mark: .duplicate)[0] == "           DUPLICATE")
    }

    @Test("a statement leads from what was brought forward to what is owed")
    func statement() throws {
        let at = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        func entry(_ kind: KhataEntry.Kind, _ paise: Int64, _ bill: String?) -> KhataEntry {
            KhataEntry(
                kind: kind, amount: Money(minorUnits: paise), billNumber: bill,
                tender: kind == .repayment ? .upi : nil, at: at)
        }
        let statement = AccountStatement(
            holder: Self.holder, broughtForward: Money(minorUnits: 100_00),
            entries: [
                entry(.sale, 500_00, "BILL-2601000001"),
                entry(.creditNote, -50_50, "CN-2601000001"), entry(.repayment, -400_00, nil),
                entry(.correction, -49_50, "BILL-2601000001"),
            ], balance: Money(minorUnits: 100_00), limit: Money(minorUnits: 2_000_00), at: at)
        let rule = String(repeating: "─", count: 48)
        #expect(
            rows(.statement(statement), columns: 48) == [
                "                  SHIVIK MART",
                "              Statement of Account",
                "Customer: CUST0001 - John Doe",
                "Phone: 9876543210",
                "Date: 2026-11-15 10:30 AM",
                rule,
                "Brought forward                             ₹100",
                "2026-11-15 BILL-2601000001         ₹500     ₹600",
                "2026-11-15 CN-2601000001        -₹50.50  ₹549.50",
                "2026-11-15 Repaid UPI             -₹400  ₹149.50",
                "2026-11-15 Correction BILL-2601000001",
                "                                -₹49.50     ₹100",
                rule,
                "Owed:                                       ₹100",
                "Limit:                                     ₹2000",
                "- - - - - - - - - - - - - - - - - - - - - - - -",
            ])
    }

    @Test("a repayment says what was paid, how, and what is still owed")
    func repayment() throws {
        let at = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        let receipt = RepaymentReceipt(
            holder: Self.holder, amount: Money(minorUnits: 150_50), tender: .upi,
            reference: PaymentReference(stored: "61581"), left: Money(minorUnits: 49_50),
            cashier: "Asha", at: at)
        #expect(
            rows(.repayment(receipt), columns: 32) == [
                "          SHIVIK MART",
                "        Payment Received",
                "Customer: CUST0001 - John Doe",
                "Phone: 9876543210",
                "Date: 2026-11-15 10:30 AM",
                "Cashier: Asha",
                String(repeating: "─", count: 32),
                "Received:                ₹150.50",
                "By: UPI 61581",
                "Still owed:               ₹49.50",
                "- - - - - - - - - - - - - - - -",
            ])
    }

    @Test("a UPI code is the link itself, with amount, payee and reference to read beside it")
    func upiCode() throws {
        let at = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        let request = UPIRequest(
            PaymentAttempt(id: "tr1", amount: Money(minorUnits: 500_00)),
            to: UPIPayee(address: "shop@bank", name: "Shivik Mart", category: nil), at: at)
        let document = ReceiptDocument(
            slip: .upiCode(request),
            template: ReceiptTemplate(shop: ShopHeader(name: "SHIVIK MART")), mark: .original)
        #expect(document.blocks.contains(.qr(request.uri)))
        #expect(document.blocks.contains(.text("₹500", style: .headline, alignment: .centre)))
        #expect(document.blocks.contains(.text("Ref: tr1", style: .plain, alignment: .left)))
        #expect(document.blocks.last == .cut)
    }
}
