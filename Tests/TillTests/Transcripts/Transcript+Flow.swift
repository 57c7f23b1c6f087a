import ShopFixtures

// The boxes of the billing flow.
extension Transcript {
    private static let a = Shop.codeA
    private static let b = Shop.codeB
    private static let people = "SELECT number, phone, name, is_active FROM customer ORDER BY id"
    private static let linkedTo = """
        SELECT number, customer_id, customer_number, customer_name, customer_phone, customer_email
        FROM bill ORDER BY id
        """
    private static let john = ["CUST0001", "9876543210", "John Doe", "1"]

    /// John Doe is known, and nothing is on the bill.
    private static let johnIsKnown: [Step] = [
        .types("phone 9876543210", ["CUST0001 - Walk-in Customer"]),
        .types("name John Doe", ["CUST0001 - John Doe"]),
        .types("void", ["thrown"]),
    ]

    static let flow: [Transcript] =
        flowOfCustomers + [
            Transcript(
                .addToCart,
                "scanned or found, at the price of the oldest batch, edited down to cost",
                [
                    .scans(a, ["1 × ₹100.00", "Product A"]),
                    .types("find Product B", ["Product B"]),
                    .types("1", ["Product B"]),
                    .isRefused("price 1 79.99", ["₹80.00", "A1"]),
                    .types("price 1 80", ["₹80.00"]),
                ],
                books: [
                    holds(
                        """
                        SELECT b.label, p.quantity, p.cost, p.price FROM open_bill_part p
                        JOIN batch b ON b.id = p.batch_id ORDER BY position
                        """,
                        [["A1", "1000", "8000", "8000"], ["B1", "1000", "7500", "10000"]])
                ]),
            Transcript(
                .paymentChecked, "cash is at least the total",
                [
                    .types("5*" + b, ["₹500.00"]),
                    .isRefused("cash 499", ["₹1.00"]),
                    .types("cash 500", ["₹500.00"]),
                ],
                books: [holds("SELECT total, payment_method FROM bill", [["50000", "Cash"]])]),
            Transcript(
                .saleProcessed,
                "the oldest batches are taken first, with their costs and movements",
                [
                    .types("2*" + a, ["₹200.00"]),
                    .types("3*" + b, ["₹500.00"]),
                    .types("cash 500", ["BILL-2601000001"]),
                ],
                books: [
                    holds(
                        "SELECT total, total_cost, profit, cashier FROM bill",
                        [["50000", "39000", "11000", "Asha"]]),
                    holds(
                        "SELECT type, batch_id, quantity FROM stock_movement WHERE bill_id = 1",
                        [["sale", "1", "-1000"], ["sale", "2", "-1000"], ["sale", "3", "-3000"]]),
                    holds(
                        "SELECT quantity FROM batch WHERE id IN (1, 2, 3)",
                        [["0"], ["9000"], ["7000"]]),
                ]),
            Transcript(
                .receipt, "the receipt of the specification, with its customer",
                johnIsKnown + [
                    .types("2*" + a, ["₹200.00"]),
                    .types("3*" + b, ["₹500.00"]),
                    .types("phone 9876543210", ["CUST0001 - John Doe"]),
                    .types("cash 500", ["BILL-2601000001"]),
                    .prints([
                        "SHIVIK MART", "Bill No: BILL-2601000001", "Customer: CUST0001 - John Doe",
                        "Phone: 9876543210", "Date: 2026-11-15 10:30 AM", "Product A", "2 × ₹100",
                        "₹200", "Product B", "3 × ₹100", "₹300", "Subtotal:", "₹500", "Total:",
                        "₹500",
                        "Payment: Cash",
                    ]),
                ],
                books: [holds("SELECT state FROM print_job", [["confirmed"]])]),
            Transcript(
                .nextSale, "after a sale the next bill begins empty, without the customer",
                [
                    .types("phone 9876543210", ["CUST0001"]),
                    .types(b, ["₹100.00"]),
                    .types("cash 100", ["BILL-2601000001"]),
                    .isRefused("total", ["no open bill"]),
                    .scans(a, ["1 × ₹100.00", "total", "₹100.00"]),
                    .types("cash 100", ["BILL-2601000002"]),
                ],
                books: [
                    holds("SELECT customer_number FROM bill ORDER BY id", [["CUST0001"], ["null"]])
                ]),
        ]

    private static let flowOfCustomers: [Transcript] = [
        Transcript(
            .phoneTyped, "a phone is looked up half a second after its last digit, without Enter",
            [
                .types(b, ["₹100.00"]),
                .beginsToType(phone: "98765 4321"),
                .beginsToType(phone: "98765 43210"),
                .waitsHalfASecond(["9876543210", "CUST0001 - Walk-in Customer"]),
                .types("cash 100", ["BILL-2601000001"]),
            ],
            books: [
                holds(
                    "SELECT customer_number, customer_phone FROM bill",
                    [["CUST0001", "9876543210"]])
            ]
        ),
        Transcript(
            .customerFound, "a returning customer is found however the phone is written",
            johnIsKnown + [
                .types("phone +91 98765-43210", ["9876543210", "CUST0001 - John Doe"]),
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
            ],
            books: [
                holds(people, [john]),
                holds(
                    linkedTo,
                    [["BILL-2601000001", "1", "CUST0001", "John Doe", "9876543210", "null"]]),
            ]),
        Transcript(
            .customerCreated, "a phone that nobody has makes a customer with the next number",
            johnIsKnown + [
                .types("phone 9876543211", ["9876543211", "CUST0002 - Walk-in Customer"]),
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
            ],
            books: [
                holds(people, [john, ["CUST0002", "9876543211", "Walk-in Customer", "1"]]),
                holds("SELECT value FROM counter WHERE name = 'customer'", [["2"]]),
                holds("SELECT customer_number FROM bill", [["CUST0002"]]),
            ]),
        Transcript(
            .customerFails, "a customer who cannot be written stops no sale",
            [
                .types(b, ["₹100.00"]),
                .breaks(
                    """
                    CREATE TRIGGER broken BEFORE INSERT ON customer
                    BEGIN SELECT RAISE (ABORT, 'broken'); END
                    """),
                .types("phone 9876543210", ["without a customer"]),
                .types("cash 100", ["BILL-2601000001", "no customer"]),
            ],
            books: [
                holds(
                    "SELECT total, customer_id, customer_number, warning IS NULL FROM bill",
                    [["10000", "null", "null", "0"]])
            ]),
        Transcript(
            .customerShown, "number, name and phone are shown, and the name can be edited",
            johnIsKnown + [
                .types("phone 9876543210", ["9876543210", "CUST0001 - John Doe"]),
                .types("name Jane Roe", ["9876543210", "CUST0001 - Jane Roe"]),
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
            ],
            books: [
                holds("SELECT customer_name FROM bill", [["Jane Roe"]]),
                holds("SELECT name FROM customer", [["Jane Roe"]]),
            ]),
        Transcript(
            .numbers, "numbers follow each other and are not given again, whoever goes",
            johnIsKnown + [
                .breaks(
                    """
                    UPDATE customer SET phone = NULL, name = 'Deleted customer', is_active = 0,
                        deleted_at = 1
                    """),
                .types("phone 9876543210", ["CUST0002 - Walk-in Customer"]),
                .types("phone 9876543211", ["CUST0003 - Walk-in Customer"]),
            ],
            books: [
                holds(
                    "SELECT number FROM customer ORDER BY id",
                    [["CUST0001"], ["CUST0002"], ["CUST0003"]])
            ]),
        Transcript(
            .withoutPhone, "without a phone there is no customer, and every field of it is null",
            [
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
            ],
            books: [
                holds(people, []),
                holds(linkedTo, [["BILL-2601000001", "null", "null", "null", "null", "null"]]),
            ]),
        Transcript(
            .linked, "a bill keeps its customer as they were, and is found by phone and number",
            johnIsKnown + [
                .types("phone 9876543210", ["CUST0001 - John Doe"]),
                .types("email john@example.com", ["john@example.com"]),
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
                .breaks(
                    """
                    UPDATE customer SET phone = NULL, name = 'Deleted customer', email = NULL,
                        is_active = 0, deleted_at = 1
                    """),
                .types("bills 9876543210", ["BILL-2601000001", "CUST0001 - John Doe"]),
                .types("bills CUST0001", ["BILL-2601000001", "CUST0001 - John Doe"]),
            ],
            books: [
                holds(
                    linkedTo,
                    [
                        [
                            "BILL-2601000001", "1", "CUST0001", "John Doe", "9876543210",
                            "john@example.com",
                        ]
                    ])
            ]),
    ]
}
