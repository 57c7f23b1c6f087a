import Billing
import PaperReader
import Receipts
import Testing

@Suite struct SpecificationReceiptTests {
    private static let facts = [
        "Bill No: BILL-1234567890", "Customer: CUST0001 - John Doe", "Phone: 9876543210",
        "Date: 2025-01-15 10:30 AM",
    ]

    private func rows(
        _ bill: Bill, columns: Int, shop: ShopHeader = ReceiptFixtures.shop,
        mark: CopyMark = .original
    ) -> [String] {
        let document = ReceiptDocument(bill: bill, shop: shop, mark: mark)
        return TextRenderer.rows(of: Layout(terminalColumns: columns).receipt(of: document))
    }

    @Test("the specification's receipt on 48 columns, word for word")
    func wide() {
        let rule = String(repeating: "─", count: 48)
        #expect(
            rows(ReceiptFixtures.specification(), columns: 48)
                == ["                  SHIVIK MART"] + Self.facts + [
                    rule,
                    "Product A                         2 × ₹100  ₹200",
                    "Product B                         3 × ₹100  ₹300",
                    rule,
                    "Subtotal:                                   ₹500",
                    "Total:                                      ₹500",
                    "Payment: Cash",
                    "Cash given:                                 ₹600",
                    "Change:                                     ₹100",
                    "",
                    "                BILL-1234567890",
                    "- - - - - - - - - - - - - - - - - - - - - - - -",
                ])
    }

    @Test("the specification's receipt on 42 columns, word for word")
    func narrow() {
        let rule = String(repeating: "─", count: 42)
        #expect(
            rows(ReceiptFixtures.specification(), columns: 42)
                == ["               SHIVIK MART"] + Self.facts + [
                    rule,
                    "Product A                   2 × ₹100  ₹200",
                    "Product B                   3 × ₹100  ₹300",
                    rule,
                    "Subtotal:                             ₹500",
                    "Total:                                ₹500",
                    "Payment: Cash",
                    "Cash given:                           ₹600",
                    "Change:                               ₹100",
                    "",
                    "             BILL-1234567890",
                    "- - - - - - - - - - - - - - - - - - - - -",
                ])
    }

    @Test("the specification's receipt on 32 columns, word for word")
    func small() {
        let rule = String(repeating: "─", count: 32)
        #expect(
            rows(ReceiptFixtures.specification(), columns: 32)
                == ["          SHIVIK MART"] + Self.facts + [
                    rule,
                    "Product A         2 × ₹100  ₹200",
                    "Product B         3 × ₹100  ₹300",
                    rule,
                    "Subtotal:                   ₹500",
                    "Total:                      ₹500",
                    "Payment: Cash",
                    "Cash given:                 ₹600",
                    "Change:                     ₹100",
                    "",
                    "        BILL-1234567890",
                    "- - - - - - - - - - - - - - - -",
                ])
    }

    @Test("a duplicate says so first; no receipt opens the drawer")
    func duplicate() {
        let rows = rows(ReceiptFixtures.specification(), columns: 32, mark: .duplicate)
        #expect(rows[0] == "           DUPLICATE")
        #expect(rows[1] == "          SHIVIK MART")
        #expect(!rows.contains("[drawer opens]"))
        let original = self.rows(ReceiptFixtures.specification(), columns: 32)
        #expect(!original.contains("[drawer opens]"))
    }

    @Test("without a customer neither customer nor phone is mentioned")
    func withoutCustomer() {
        let bill = ReceiptFixtures.bill(
            number: "BILL-1", lines: [ReceiptFixtures.line("Tea", 1000, [1000])], cash: 1000)
        let rows = rows(bill, columns: 48)
        #expect(!rows.contains { $0.contains("Customer") || $0.contains("Phone") })
        #expect(rows.contains("Change:                                       ₹0"))
    }

    @Test("the invoice number is printed where the client chose another bill number")
    func invoiceNumber() {
        let lines = [ReceiptFixtures.line("Tea", 1000, [1000])]
        let own = ReceiptFixtures.bill(
            number: "BILL-1", lines: lines, cash: 1000, invoice: "BILL-2601000001")
        #expect(rows(own, columns: 48).contains("Invoice No: BILL-2601000001"))
        let same = ReceiptFixtures.bill(number: "BILL-1", lines: lines, cash: 1000)
        #expect(!rows(same, columns: 48).contains { $0.hasPrefix("Invoice No:") })
    }

    @Test("the shop's address, phone, tax number and footer stand in the middle")
    func fullHeader() {
        let rows = rows(
            ReceiptFixtures.specification(), columns: 48, shop: ReceiptFixtures.fullShop)
        #expect(rows[1] == "                 12 Gandhi Road")
        #expect(rows[2] == "                  Pune 411001")
        #expect(rows[3] == "               Tel: 020 2567 8901")
        #expect(rows[4] == "             GSTIN: 27ABCDE1234F1Z5")
        #expect(rows.contains("             Thank you, visit again"))
    }

    @Test(
        "quantities and amounts as the receipt says them",
        arguments: [
            (ReceiptFixtures.line("Tea", 2000, [10_000]), ["Tea  2 × ₹100  ₹200"]),
            (ReceiptFixtures.line("Tea", 1000, [10_050]), ["Tea  1 × ₹100.50  ₹100.50"]),
            (
                ReceiptFixtures.line("Onion", 450, [6000], unit: "kg"),
                ["Onion  0.45 kg × ₹60  ₹27"]
            ),
            (ReceiptFixtures.line("Salt", 2000, [2800], unit: "pack"), ["Salt  2 pack × ₹28  ₹56"]),
            (
                ReceiptFixtures.line("Soap", 2000, [10_000, 11_000]),
                ["Soap  2 × ₹100  ₹200", "Soap  1 × ₹110  ₹110"]
            ),
        ])
    func items(line: BillLine, wanted: [String]) {
        let bill = ReceiptFixtures.bill(number: "B", lines: [line], cash: 100_000)
        let name = line.product.name
        let items = rows(bill, columns: 40).filter { $0.hasPrefix(name) }.map { row in
            row.split(separator: "  ").map { String($0.drop { $0 == " " }) }.joined(separator: "  ")
        }
        #expect(items == wanted)
    }
}
