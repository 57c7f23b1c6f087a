import ExactJSON
import ShopFixtures
import Testing

@testable import LocalAPI

@Suite("the specification's requests, from the wire to the books")
struct ShopAPITests {
    private static let sales = "/api/v1/inventory/sales"
    private static let findOrCreate = "/api/v1/customers/find-or-create"

    /// The request of the specification's payment step; parts of it can be replaced.
    private func sale(
        _ reference: String = "BILL-1234567890", number: String = #""BILL-1234567890""#,
        quantity: String = "2", price: String = "100", total: String = "500",
        customer: String = """
        "customerPhone": "9876543210", "customerName": "John Doe", "customerEmail": null,
        """,
        more: String = #""paymentMethod": "Cash""#, top: String = ""
    ) -> String {
        """
        {"saleItems": [
            {"productId": "1", "quantity": \(quantity), "notes": "gift"},
            {"productId": "\(Shop.codeB)", "quantity": 3, "notes": null}],
         "referenceNumber": "\(reference)", \(top)
         "receiptData": {
            "billNumber": \(number),
            "items": [
                {"productId": "1", "name": "Product A", "quantity": \(quantity), "price": \(price),
                 "total": 200, "shelf": 7},
                {"productId": "2", "name": "Product B", "quantity": 3, "price": 100}],
            "subtotal": \(total), "total": \(total), \(customer) "table": {"no": 1.50}, \(more)}}
        """
    }

    @Test("a new customer, a returning one, and none")
    func scenarios() async throws {
        try await ServedShop.with { shop in
            let created = try await shop.post(
                Self.findOrCreate, #"{"phone": "98765 43210", "name": "John Doe"}"#)
            #expect(created.status == 200)
            #expect(created["message"] == "Customer created")
            #expect(
                created["data"] == [
                    "_id": "1", "customerNumber": "CUST0001", "name": "John Doe",
                    "phone": "9876543210", "email": .null, "address": .null, "isActive": true,
                ])
            let sold = try await shop.post(Self.sales, sale())
            #expect(sold.status == 201)
            #expect(sold["success"] == true)
            #expect(sold["message"] == "Sales processed successfully")
            #expect(
                sold["data", "0"] == [
                    "productId": "1", "quantity": 2,
                    "batches": [["batch": "A1", "quantity": 2, "cost": 80, "price": 100]],
                    "totalCost": 160,
                ])
            let wanted: [(String, JSONValue)] = [
                ("billNumber", "BILL-1234567890"), ("invoiceNumber", "BILL-2601000001"),
                ("subtotal", 500), ("totalAmount", 500), ("totalCost", 385), ("profit", 115),
                ("paymentMethod", "Cash"), ("customer", "1"), ("customerNumber", "CUST0001"),
                ("customerName", "John Doe"), ("customerPhone", "9876543210"),
                ("customerEmail", .null), ("cashier", "web"), ("_id", "1"),
                ("createdAt", "2026-11-15T10:30:00"), ("notes", ["gift", .null]),
            ]
            for (name, value) in wanted { #expect(sold["bill", name] == value, "\(name)") }
            #expect(sold["bill", "receiptData", "items", "0", "shelf"] == 7)
            #expect(
                sold["bill", "receiptData", "table", "no"]
                    == .number(JSONNumber(scaled: 15, places: 1)))
            let without = try await shop.post(
                Self.sales, sale("2", number: "null", customer: #""customerName": "Nobody","#))
            #expect(without.status == 201)
            for name in ["", "Number", "Name", "Phone", "Email"] {
                #expect(without["bill", "customer\(name)"] == .null)
            }
            #expect(without["bill", "billNumber"] == "BILL-2601000002")
        }
    }

    @Test("what is malformed is 422 and named; what the shop refuses is 409; neither sells")
    func refusals() async throws {
        let cash = #""paymentMethod": "Cash", "cashReceived": "#
        let cases: [(String, Int, String, String)] = [
            (sale(total: "100.005"), 422, "malformed", "receiptData.subtotal"),
            (sale(total: "-1"), 422, "malformed", "receiptData.subtotal"),
            (sale(total: #""500""#), 422, "malformed", "receiptData.subtotal"),
            (sale(total: "1000000000000000000"), 422, "malformed", "receiptData.subtotal"),
            (sale(quantity: "0"), 422, "malformed", "saleItems[0].quantity"),
            (sale(quantity: "1.0005"), 422, "malformed", "saleItems[0].quantity"),
            (sale(price: "null"), 422, "malformed", "receiptData.items[0].price"),
            (sale(top: #""discount": 1,"#), 422, "unknown-field", "discount"),
            (sale(top: #""print": "no","#), 422, "malformed", "print"),
            (
                sale(number: "\"\(String(repeating: "9", count: 33))\""), 422, "malformed",
                "billNumber"
            ),
            (sale(customer: #""customerPhone": "12345","#), 422, "bad-phone", "customerPhone"),
            (
                sale(customer: #""customerName": "a\u001b[2J","#), 422, "forbidden-character",
                "U+001B"
            ),
            (
                sale(customer: #""note": ["\u001d!"],"#), 422, "forbidden-character",
                "receiptData.note"
            ),
            (sale(customer: #""customerEmail": "x","#), 422, "bad-email", "customerEmail"),
            (sale(customer: #""total": 1,"#), 422, "duplicate-member", "total"),
            (sale(more: #""paymentMethod": "Cheque""#), 422, "malformed", "paymentMethod"),
            (sale("1", number: "null", quantity: "2000"), 409, "total-differs", "Product A"),
            (sale(total: "499"), 409, "subtotal-differs", "₹500.00"),
            (sale(more: cash + "499.99"), 409, "cash-short", "₹0.01"),
            (sale(more: cash + "1e3, \"change\": 1"), 409, "change-differs", "₹500.00"),
            (sale(price: "70"), 409, "total-differs", "Product A"),
            (sale(number: #""BILL-2601000077""#), 409, "bill-number-reserved", "till 1"),
        ]
        try await ServedShop.with { shop in
            for (body, status, code, named) in cases {
                let reply = try await shop.post(Self.sales, body)
                #expect(reply.status == status, "\(reply.json)")
                #expect(reply["success"] == false)
                #expect(reply["code"] == .string(code), "\(reply.json)")
                guard case .string(let message) = reply["message"] else {
                    Issue.record("\(reply.json)")
                    continue
                }
                #expect(message.contains(named))
            }
            #expect(try shop.count("bill") == 0)
            #expect(try shop.count("customer") == 0)
        }
    }

    @Test("1e2 is a hundred, and a tenth and two tenths are three tenths")
    func numbers() async throws {
        try await ServedShop.with { shop in
            let body = """
                {"saleItems": [{"productId": "1", "quantity": 1}],
                 "receiptData": {"items": [{"productId": "1", "quantity": 1.000, "price": 1e2}],
                    "total": 100.00, "paymentMethod": "cash", "cashReceived": 1.003e2,
                    "change": 0.3}}
                """
            let reply = try await shop.post(Self.sales, body, ["Idempotency-Key: key-1"])
            #expect(reply.status == 201, "\(reply.json)")
            #expect(reply["bill", "referenceNumber"] == "key-1")
            #expect(reply["bill", "change"] == .number(JSONNumber(scaled: 3, places: 1)))
            let again = try await shop.post(Self.sales, body, ["Idempotency-Key: key-1"])
            #expect(again.status == 200)
            #expect(again["bill"] == reply["bill"])
        }
    }

    @Test("a thousand concurrent retries make one bill, and fifty find-or-creates one customer")
    func retries() async throws {
        try await ServedShop.with { shop in
            let replies = try await Self.concurrently(1_000) {
                try await shop.post(Self.sales, sale())
            }
            #expect(Set(replies.map(\.status)).isSubset(of: [200, 201, 503]))
            #expect(replies.filter { $0.status == 201 }.count == 1)
            #expect(Set(replies.compactMap { $0["bill", "_id"] }) == ["1"])
            #expect(try shop.count("bill") == 1)
            let found = try await Self.concurrently(50) {
                try await shop.post(Self.findOrCreate, #"{"phone": "9123456789"}"#)
            }
            #expect(Set(found.compactMap { $0["data", "customerNumber"] }) == ["CUST0002"])
            #expect(found.filter { $0["message"] == "Customer created" }.count == 1)
            #expect(try shop.count("customer") == 2)
        }
    }

    @Test("lists are in a stable order and go on where they ended")
    func lists() async throws {
        try await ServedShop.with { shop in
            for number in 1...5 {
                let sold = try await shop.post(Self.sales, sale("R\(number)", number: "null"))
                #expect(sold.status == 201)
            }
            var seen: [JSONValue?] = []
            var path = "/api/v1/bills?limit=2&phone=9876543210"
            var pages = 0
            while pages < 5 {
                pages += 1
                let page = try await shop.get(path)
                for index in 0..<2 {
                    if let bill = page["data", "\(index)", "invoiceNumber"] { seen.append(bill) }
                }
                guard case .string(let next) = page["next"] else { break }
                path = "/api/v1/bills?limit=2&phone=9876543210&cursor=\(next)"
            }
            #expect(seen == (1...5).reversed().map { JSONValue.string("BILL-260100000\($0)") })
            let products = try await shop.get("/api/v1/products?search=product")
            #expect(products["data", "0", "currentStock"] == 990)
            #expect(products["data", "1", "currentStock"] == 985)
            #expect(products["next"] == .null)
            let batches = try await shop.get("/api/v1/products/\(Shop.codeA)/batches")
            #expect(batches["data", "0", "quantity"] == 990)
            let customers = try await shop.get("/api/v1/customers?phone=%2B91%2098765%2043210")
            #expect(customers["data", "0", "customerNumber"] == "CUST0001")
            for path in [
                "bills?limit=0", "bills?from=2026-02-30", "bills?colour=red", "bills?cursor=a",
            ] {
                #expect(try await shop.get("/api/v1/" + path).status == 422)
            }
            #expect(try await shop.get("/api/v1/bills/BILL-1").status == 404)
            #expect(try await shop.get("/health")["ready"] == true)
        }
    }

    /// Runs `body` so many times, as many at once as a server takes connections.
    private static func concurrently(
        _ count: Int, _ body: @escaping @Sendable () async throws -> Reply
    ) async throws -> [Reply] {
        try await withThrowingTaskGroup(of: Reply.self) { group in
            var replies: [Reply] = []
            for index in 0..<count {
                if index >= 64, let reply = try await group.next() { replies.append(reply) }
                group.addTask { try await body() }
            }
            for try await reply in group { replies.append(reply) }
            return replies
        }
    }
}
