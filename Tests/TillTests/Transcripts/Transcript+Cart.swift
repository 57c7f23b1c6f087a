import ShopFixtures

// The rows of line mode about goods.
extension Transcript {
    private static let a = Shop.codeA
    private static let b = Shop.codeB
    private static let tea = TranscriptRun.tea

    private static let onTheBill = """
        SELECT l.product_id, sum(p.quantity), p.price FROM open_bill_line l
        JOIN open_bill_part p USING (reference, position) GROUP BY position, price ORDER BY position
        """
    private static let soldParts = """
        SELECT b.label, p.quantity, p.price, p.cost FROM bill_line_batch p
        JOIN batch b ON b.id = p.batch_id ORDER BY bill_id, position, part
        """
    private static let money = "SELECT total, total_cost, profit FROM bill ORDER BY id"

    static let cart: [Transcript] = [
        Transcript(
            .scan, "a code is one more, three or a weight of it, typed or scanned",
            [
                .types(a, ["1 × ₹100.00", "Product A"]),
                .types("3*" + b, ["3 × ₹100.00", "₹300.00", "₹400.00", "Product B"]),
                .scans(a, ["2 × ₹100.00", "₹200.00", "₹500.00", "Product A"]),
                .types("0.450*2100001", ["0.45", "kg", "₹18.00", "₹518.00", "Sugar"]),
                .isRefused("8901000000015", ["last digit"]),
                .isRefused("0.5*" + a, ["whole pc"]),
            ],
            books: [
                holds(
                    onTheBill,
                    [["1", "2000", "10000"], ["2", "3000", "10000"], ["4", "450", "4000"]]),
                holds("SELECT count(*) FROM bill", [["0"]]),
            ]),
        Transcript(
            .find, "a name, a part of it or of a code finds products; a number adds one",
            [
                .types("find Product A", ["1", "₹100.00", "Product A"]),
                .types("1", ["1 × ₹100.00", "Product A"]),
                .types("find duct", ["1", "Product A", "2", "Product B"]),
                .types("2", ["1 × ₹100.00", "Product B"]),
                .types("find 000026", ["1", "Product B"]),
                .types("1", ["2 × ₹100.00", "Product B"]),
                .isRefused("find cardamom", ["No product", "cardamom"]),
            ],
            books: [holds(onTheBill, [["1", "1000", "10000"], ["2", "2000", "10000"]])]),
        Transcript(
            .openItem, "what has no code is sold, and an unknown code becomes a product",
            [
                .types("item Tea glass 12 gst 5", ["1 × ₹12.00", "Tea glass"]),
                .isRefused("8901000000057", ["8901000000057"]),
                .types(
                    "add 8901000000057 Masala tea 95.50 cost 80", ["8901000000057", "Masala tea"]),
                .types("8901000000057", ["2 × ₹95.50", "₹203.00", "Masala tea"]),
                .types("cash 203", ["₹203.00"]),
            ],
            books: [
                holds(money, [["20300", "16000", "4300"]]),
                holds(
                    "SELECT product_id, name FROM bill_line ORDER BY position",
                    [["0", "Tea glass"], ["5", "Masala tea"]]),
                holds("SELECT shown FROM product_code WHERE product_id = 5", [["8901000000057"]]),
            ]),
        Transcript(
            .edit, "a line is edited, the last if none is named; under cost it says cost and batch",
            [
                .types("2*" + a, ["2 × ₹100.00"]),
                .types(b, ["1 × ₹100.00"]),
                .types("qty 3", ["3 × ₹100.00", "Product B"]),
                .types("qty 1 1", ["1 × ₹100.00", "Product A"]),
                .types("qty 1 2", ["2 × ₹100.00", "Product A"]),
                .types("price 95", ["3 × ₹95.00", "₹285.00", "Product B"]),
                .isRefused("price 1 84.99", ["below the cost", "₹85.00", "A2", "Product A"]),
                .types("price 1 85", ["2 × ₹85.00", "₹170.00", "₹455.00", "Product A"]),
                .types("discount 5", ["₹280.00", "Product B"]),
                .types("discount 2 10%", ["₹256.50", "Product B"]),
                .isRefused("discount 1 1", ["below the cost", "₹85.00", "A2"]),
                .types("del 1", ["₹256.50"]),
                .types("discount bill 6.50", ["₹6.50", "₹250.00"]),
                .types("cash 250", ["₹250.00"]),
            ],
            books: [
                holds(money, [["25000", "22500", "2500"]]),
                holds(
                    "SELECT amount, discount, bill_discount FROM bill_line",
                    [["28500", "2850", "650"]]),
            ]),
        Transcript(
            .batch, "the batches behind a line, oldest first, and the one with the other MRP",
            [
                .types("2*" + tea, ["2 × ₹110.00", "Tea"]),
                .types("batch", ["T1", "₹110.00", "T2", "₹120.00"]),
                .types("2", ["2 × ₹120.00", "₹240.00", "Tea"]),
                .isRefused("price 120.01", ["above the MRP", "₹120.00", "T2"]),
                .types("cash 240", ["₹240.00"]),
            ],
            books: [
                holds(soldParts, [["T2", "2000", "12000", "9000"]]),
                holds(
                    "SELECT label, quantity FROM batch WHERE product_id = 3 ORDER BY id",
                    [["T1", "3000"], ["T2", "8000"]]),
            ]),
    ]
}
