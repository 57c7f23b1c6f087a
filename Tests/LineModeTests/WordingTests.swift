import Billing
import LineMode
import Testing

@Suite("Rows of a sale")
struct WordingTests {
    private let wording = Counter.wording

    @Test(
        "an amount has its sign in front and two decimals",
        arguments: [
            (0, "₹0.00"), (1, "₹0.01"), (500_00, "₹500.00"), (123_456_78, "₹123456.78"),
            (-100_00, "-₹100.00"), (-5, "-₹0.05"),
        ] as [(Int64, String)])
    func amounts(paise: Int64, text: String) {
        #expect(wording.amount(Money(minorUnits: paise)) == text)
        let rupees = Wording(currency: "Rs ")
        #expect(
            rupees.amount(Money(minorUnits: paise)) == text.replacing("₹", with: "Rs "))
    }

    // Number, amounts and total stand in columns; the name stands last, whatever its width.
    @Test("a line shows number, quantity × price, amount, the total it leads to and the name")
    func line() {
        let bill = Counter.bill([
            Counter.line(Counter.productA, (2_000, 100_00)),
            Counter.line(Counter.rice, (450, 60_50)),
        ])
        #expect(
            wording.line(1, of: bill)
                == Row(
                    .line, "  1         2 × ₹100.00       ₹200.00  total    ₹227.23  Product A"))
        #expect(
            wording.line(2, of: bill)
                == Row(
                    .line, "  2    0.45 kg × ₹60.50        ₹27.23  total    ₹227.23  பொன்னி அரிசி"))
    }

    @Test("one line over two prices shows both, and an amount that does not fit widens its column")
    func wideLine() {
        let packs = Counter.line(Counter.productA, (1_000, 110_00), (2_000, 120_00))
        #expect(
            wording.line(1, of: Counter.bill([packs])).text
                == "  1  1 × ₹110.00 + 2 × ₹120.00       ₹350.00  total    ₹350.00  Product A")
        let gold = Counter.line(Counter.productA, (10_000, 999_999_999_99))
        #expect(
            wording.line(1, of: Counter.bill([gold])).text
                == "  1  10 × ₹999999999.99  ₹9999999999.90  total ₹9999999999.90  Product A")
    }

    @Test("the bill is a table: lines, customer, total and how many lines")
    func table() {
        let line = Counter.line(Counter.productA, (1_000, 100_00))
        #expect(
            wording.table(of: Counter.bill([line, line], customer: Counter.john)) == [
                Row(.line, "  1         1 × ₹100.00       ₹100.00  Product A"),
                Row(.line, "  2         1 × ₹100.00       ₹100.00  Product A"),
                Row(.customer, "9876543210   CUST0001 - John Doe"),
                Row(.result, "total ₹200.00   2 lines"),
            ])
        #expect(
            wording.table(of: Counter.bill([line])).last
                == Row(.result, "total ₹100.00   1 line"))
        #expect(wording.table(of: Counter.bill([])) == [Row(.result, "total ₹0.00   0 lines")])
    }

    @Test("a bill of the last run is shown whole, under a heading")
    func resumed() {
        let bill = Counter.bill([Counter.line(Counter.productA, (1_000, 100_00))])
        let rows = wording.resumed(bill)
        #expect(rows.first == Row(.heading, "The open bill of the last run is back:"))
        #expect(Array(rows.dropFirst()) == wording.table(of: bill))
    }

    @Test("a customer, no customer, a line taken out and a bill thrown away are one row each")
    func answers() {
        let line = Counter.line(Counter.productA, (1_000, 100_00))
        let bill = Counter.bill([line])
        #expect(
            wording.customer(Counter.john) == Row(.customer, "9876543210   CUST0001 - John Doe"))
        #expect(wording.noCustomer == Row(.customer, "No customer on this bill."))
        #expect(
            wording.removed(line, from: bill) == Row(.plain, "removed   total ₹100.00   Product A"))
        #expect(wording.voided(bill) == Row(.plain, "Bill thrown away: ₹100.00 not sold."))
    }

    @Test("a sold bill shows number, total, cash and change")
    func sold() throws {
        let bill = Bill(
            number: "BILL-2601000001", invoiceNumber: "BILL-2601000001",
            reference: SaleReference("sale-1"), lines: [], subtotal: Money(minorUnits: 500_00),
            total: Money(minorUnits: 500_00), totalCost: Money(minorUnits: 390_00),
            payments: [Payment(tender: .cash, amount: Money(minorUnits: 600_00))],
            change: Money(minorUnits: 100_00), customer: nil, cashier: "Asha",
            soldAt: try #require(CivilTime(iso: "2026-04-01 10:30:00")))
        #expect(
            wording.sold(bill)
                == [
                    Row(
                        .result,
                        "BILL-2601000001   total ₹500.00   cash ₹600.00   change ₹100.00")
                ])
    }

    @Test("trouble with the books says what is safe and what to do")
    func books() {
        #expect(
            wording.notWritten(reason: "the disk is full")
                == Row(
                    .refusal,
                    "Not saved: the disk is full. The bill is as it was before; nothing is sold. "
                        + "Try again."))
        let unreachable = wording.booksUnreachable(reason: "the disk is gone")
        #expect(unreachable.tone == .refusal)
        #expect(unreachable.text.hasPrefix("The books cannot be reached: the disk is gone. Stop "))
    }
}
