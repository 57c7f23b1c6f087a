import ShopFixtures

// The rows of line mode about whole bills and the till itself.
extension Transcript {
    private static let a = Shop.codeA
    private static let b = Shop.codeB
    private static let stock = """
        SELECT label, quantity FROM batch WHERE product_id IN (1, 2) ORDER BY id
        """

    static let documents: [Transcript] = [
        Transcript(
            .park, "a bill is parked, listed, taken back; another is thrown away",
            [
                .types("2*" + b, ["₹200.00"]),
                .types("hold", ["₹200.00", "resume 1"]),
                .types(a, ["₹100.00"]),
                .types("held", ["1", "₹200.00"]),
                .isRefused("resume 1", ["Another bill is open"]),
                .types("void changed their mind", ["₹100.00"]),
                .isRefused("resume 2", ["2"]),
                .types("resume 1", ["2 × ₹100.00", "Product B", "₹200.00"]),
                .types("cash 200", ["BILL-2601000001"]),
            ],
            books: [
                holds("SELECT number, total FROM bill", [["BILL-2601000001", "20000"]]),
                holds("SELECT count(*) FROM open_bill", [["0"]]),
                holds(
                    "SELECT amount, reason FROM audit WHERE event = 'void'",
                    [["10000", "changed their mind"]]),
            ]),
        Transcript(
            .goodsBack, "a piece comes back into its batch, and never more than was sold",
            [
                .types("2*" + a, ["₹200.00"]),
                .types("cash 200", ["BILL-2601000001"]),
                .types(
                    "return BILL-2601000001 1 1 refund cash",
                    ["CN-2601000001", "₹100.00", "BILL-2601000001"]),
                .isRefused("return BILL-2601000001 1 2", ["1 pc"]),
                .types("return BILL-2601000001 1 1", ["₹100.00"]),
                .types("refund upi", ["CN-2601000002", "₹100.00"]),
            ],
            books: [
                holds(stock, [["A1", "1000"], ["A2", "10000"], ["B1", "10000"]]),
                holds(
                    "SELECT number, credit_note_of, total, total_cost FROM bill ORDER BY id",
                    [
                        ["BILL-2601000001", "null", "20000", "16500"],
                        ["CN-2601000001", "BILL-2601000001", "10000", "8500"],
                        ["CN-2601000002", "BILL-2601000001", "10000", "8000"],
                    ]),
            ]),
        Transcript(
            .goodsBack, "what is scanned afterwards makes an exchange",
            [
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
                .types("return BILL-2601000001 1 1", ["₹100.00"]),
                .scans(a, ["Product A"]),
                .scans(a, ["2 × ₹100.00", "Product A"]),
                .isRefused("cash 99", ["₹1.00"]),
                .types("cash 100", ["CN-2601000001", "BILL-2601000002", "₹200.00"]),
            ],
            books: [
                holds(stock, [["A1", "0"], ["A2", "9000"], ["B1", "10000"]]),
                holds(
                    "SELECT tender, amount FROM payment WHERE bill_id > 1 ORDER BY 1, 2 DESC",
                    [["cash", "10000"], ["exchange", "10000"], ["exchange", "10000"]]),
            ]),
        Transcript(
            .rest, "the last receipt again, marked; the bill, the printer, the words; the end",
            [
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
                .prints(["Bill No: BILL-2601000001"]),
                .types("reprint", ["BILL-2601000001", "DUPLICATE"]),
                .prints(["DUPLICATE", "Bill No: BILL-2601000001"]),
                .types("2*" + a, ["₹200.00"]),
                .types("total", ["2 × ₹100.00", "Product A", "total ₹200.00"]),
                .types("status", ["p", "ready"]),
                .types("help", ["qty", "cash", "quit"]),
                .ends("quit"),
                .restarts(["2 × ₹100.00", "Product A", "₹200.00"]),
            ],
            books: [
                holds(
                    "SELECT is_reprint, state FROM print_job ORDER BY id",
                    [["0", "confirmed"], ["1", "confirmed"]]),
                holds("SELECT count(*) FROM open_bill", [["1"]]),
            ]),
        Transcript(
            .added, "what waits for the printer, what a customer bought, what the clock says",
            [
                .types("phone 9876543210", ["CUST0001"]),
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
                .types("queue", ["No receipt waits"]),
                .types("bills CUST0001", ["BILL-2601000001", "₹100.00"]),
                .types("bills 98765 43210", ["BILL-2601000001", "₹100.00"]),
                .types("clock", ["2026-11-15 10:30 AM"]),
            ],
            books: [holds("SELECT count(*) FROM clock_confirmation", [["0"]])]),
    ]
}
