import ShopFixtures

// The rows of line mode about money.
extension Transcript {
    private static let b = Shop.codeB
    private static let paid = """
        SELECT tender, amount, reference FROM payment ORDER BY bill_id, position
        """

    static let payment: [Transcript] = [
        Transcript(
            .pay, "cash below the total says what is missing; else the change is shown",
            [
                .types("5*" + b, ["₹500.00"]),
                .isRefused("cash 499.99", ["₹0.01", "missing"]),
                .types("cash 600", ["BILL-2601000001", "₹500.00", "change ₹100.00"]),
            ],
            books: [
                holds(paid, [["cash", "60000", "null"]]),
                holds(
                    "SELECT total, change_given, cashier FROM bill", [["50000", "10000", "Asha"]]),
            ]),
        Transcript(
            .pay, "UPI waits for its ok, or for back",
            [
                .types("5*" + b, ["₹500.00"]),
                .types("upi", ["₹500.00", "waited for", "ok"]),
                .isRefused("cash 500", ["UPI", "₹500.00", "back"]),
                .types("back", ["₹500.00"]),
                .types("upi", ["waited for"]),
                .types("ok 615812345678", ["BILL-2601000001", "₹500.00"]),
            ],
            books: [
                holds(paid, [["upi", "50000", "615812345678"]]),
                holds(
                    "SELECT state FROM payment_attempt ORDER BY state DESC",
                    [["withdrawn"], ["confirmed"]]),
            ]),
        Transcript(
            .pay, "a card with its slip's number, never its own",
            [
                .types(b, ["₹100.00"]),
                .isRefused("card", ["card 1234"]),
                .isRefused("card 4111111111111111", ["must not be stored"]),
                .types("card 004512", ["BILL-2601000001", "card ₹100.00"]),
            ],
            books: [holds(paid, [["card", "10000", "004512"]])]),
        Transcript(
            .pay, "credit is a customer's",
            [
                .types(b, ["₹100.00"]),
                .isRefused("credit", ["customer", "phone"]),
                .types("phone 9876543210", ["CUST0001"]),
                .types("credit", ["BILL-2601000001", "credit ₹100.00"]),
            ],
            books: [
                holds(paid, [["credit", "10000", "null"]]),
                holds("SELECT kind, amount FROM khata_entry", [["sale", "10000"]]),
            ]),
        Transcript(
            .pay, "a bill in several tenders",
            [
                .types("5*" + b, ["₹500.00"]),
                .types("pay cash 300 upi 200", ["cash ₹300.00", "left ₹200.00", "UPI ₹200.00"]),
                .types("ok", ["BILL-2601000001", "cash ₹300.00", "upi ₹200.00"]),
            ],
            books: [
                holds(paid, [["cash", "30000", "null"], ["upi", "20000", "null"]]),
                holds("SELECT payment_method FROM bill", [["Cash + UPI"]]),
            ]),
        Transcript(
            .added, "a payment that comes after it was given up pays a bill all the same",
            [
                .types("5*" + b, ["₹500.00"]),
                .types("upi", ["waited for"]),
                .types("back", ["₹500.00"]),
                .breaks(
                    "INSERT INTO late_payment (attempt, came_at) SELECT tr, 1 FROM payment_attempt"),
                .types("late", ["₹500.00"]),
                .isRefused("late refund 7", ["No payment 7"]),
                .types("late pay 1", ["BILL-2601000001", "₹500.00"]),
            ],
            books: [
                holds(paid, [["upi", "50000", "null"]]),
                holds("SELECT settled FROM late_payment", [["taken"]]),
            ]),
        Transcript(
            .added, "a wrong tender is corrected beside the bill",
            [
                .types(b, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
                .types("correct BILL-2601000001 cash upi", ["BILL-2601000001", "₹100.00"]),
            ],
            books: [
                holds(paid, [["cash", "10000", "null"]]),
                holds(
                    "SELECT from_tender, to_tender, amount FROM payment_correction",
                    [["cash", "upi", "10000"]]),
            ]),
        Transcript(
            .drawersDay, "cash into the drawer and out of it, each with its reason",
            [
                .types("payin 500 change from the bank", ["₹500.00", "change from the bank"]),
                .types("payout 120.50 milk", ["₹120.50", "milk"]),
                .isRefused("payout 50", ["payout"]),
            ],
            books: [
                holds(
                    "SELECT kind, amount, reason, cashier FROM cash_movement ORDER BY id",
                    [
                        ["payin", "50000", "change from the bank", "Asha"],
                        ["payout", "12050", "milk", "Asha"],
                    ])
            ]),
        Transcript(
            .people, "nobody sells before they have logged in; a supervisor lets a line pass once",
            [
                .breaks(
                    """
                    INSERT INTO cashier (name, pin_hash, rights, created_at)
                    VALUES ('Ravi', '\(Shop.pinHash)', '', 1),
                        ('Meena', '\(Shop.pinHash)', 'drawer void', 1)
                    """),
                .restarts(["Nobody has logged in"]),
                .isRefused(Shop.codeB, ["Nobody has logged in"]),
                .types("login ravi", ["PIN of Ravi"]),
                .types("4711", ["Ravi sells now."]),
                .isRefused("drawer", ["Ravi may not do that (drawer)", "override"]),
                .types("override Meena", ["PIN of Meena"]),
                .types("4711", ["drawer"]),
                .isRefused("drawer", ["Ravi may not do that (drawer)"]),
            ],
            books: [
                holds(
                    "SELECT event, subject, reason, cashier FROM audit",
                    [
                        ["login", "Ravi", "null", "Ravi"],
                        ["override", "Meena", "drawer", "Ravi"],
                        ["drawer-opened", "null", "no reason given", "Ravi"],
                    ])
            ]),
        Transcript(
            .drawersDay, "a shift is opened, looked at, counted and closed under a number",
            [
                .types("shift open 500", ["₹500.00"]),
                .isRefused("shift open 500", ["A shift is open"]),
                .scans(Shop.codeB, ["₹100.00"]),
                .types("cash 100", ["BILL-2601000001"]),
                .types("x", ["X report", "₹100.00", "float", "₹500.00"]),
                .types("shift close 590", ["Z report 1", "expected", "₹600.00", "missing"]),
                .prints(["Z Report 1", "Difference", "Chain:"]),
                .types("z", ["Z report 1", "missing"]),
            ],
            books: [
                holds(
                    "SELECT z_number, report ->> '$.counted' FROM shift", [["1", "59000"]])
            ]),
        Transcript(
            .rest, "the drawer opens for a reason that is kept",
            [.types("drawer a coin fell behind", ["drawer"])],
            books: [
                holds(
                    "SELECT event, reason, cashier FROM audit",
                    [["drawer-opened", "a coin fell behind", "Asha"]])
            ]),
    ]
}
