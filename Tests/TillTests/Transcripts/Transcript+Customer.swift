import ShopFixtures

// The rows of line mode about who buys.
extension Transcript {
    private static let b = Shop.codeB

    static let customer: [Transcript] = [
        Transcript(
            .customer, "a customer by phone, with a name and an address; bare phone unlinks",
            [
                .types(b, ["Product B"]),
                .isRefused("name John Doe", ["phone"]),
                .types("phone 98765 43210", ["9876543210", "CUST0001 - Walk-in Customer"]),
                .types("name John Doe", ["CUST0001 - John Doe"]),
                .types("email john@example.com", ["john@example.com"]),
                .isRefused("phone 12345", ["10 digits"]),
                .types("phone", ["No customer"]),
                .types("cash 100", ["₹100.00"]),
            ],
            books: [
                holds(
                    "SELECT number, phone, name, email FROM customer",
                    [["CUST0001", "9876543210", "John Doe", "john@example.com"]]),
                holds("SELECT customer_id, customer_phone FROM bill", [["null", "null"]]),
            ]),
        Transcript(
            .added, "a buyer's number, name and address are on the bill",
            [
                .types(b, ["Product B"]),
                .isRefused("gstin 27AAPFU0939F1ZX", ["GSTIN"]),
                .types("gstin 27AAPFU0939F1ZV", ["27AAPFU0939F1ZV"]),
                .types("buyer Asha Stores", ["Asha Stores"]),
                .types("address 12 Bazaar Road", ["12 Bazaar Road"]),
                .types("cash 100", ["₹100.00"]),
            ],
            books: [
                holds(
                    "SELECT buyer_gstin, buyer_name, buyer_address, customer_id FROM bill",
                    [["27AAPFU0939F1ZV", "Asha Stores", "12 Bazaar Road", "null"]])
            ]),
        Transcript(
            .added, "an account is repaid, and its statement says what for",
            [
                .types("phone 9876543210", ["CUST0001"]),
                .types("2*" + b, ["₹200.00"]),
                .types("credit", ["BILL-2601000001", "₹200.00"]),
                .types("phone 9876543210", ["CUST0001"]),
                .types("repay 150", ["₹150.00", "₹50.00"]),
                .isRefused("repay 50.01", ["₹50.00"]),
                .types(
                    "statement", ["CUST0001", "BILL-2601000001", "₹200.00", "₹150.00", "₹50.00"]),
            ],
            books: [
                holds(
                    "SELECT kind, amount, tender FROM khata_entry ORDER BY id",
                    [["sale", "20000", "null"], ["repayment", "-15000", "cash"]])
            ]),
    ]
}
