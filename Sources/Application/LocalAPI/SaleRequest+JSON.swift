import Billing
import ExactJSON
import Till

/// What a sale's request is read with, beside its own words.
struct SaleReading {
    /// What counts as a phone number.
    let phoneRule: Phone.Rule
    /// Whether a receipt is printed where the request does not say.
    let prints: Bool

    private static let longestList = 1_000
    private static let longestExtra = 65_536

    /// Reads a sale of the form of `POST /api/v1/inventory/sales`; refuses by name what is wrong.
    func sale(_ request: APIRequest) throws(APIRefusal) -> SaleRequest {
        let body = Members(try request.object())
        try body.checkNames(["saleItems", "referenceNumber", "receiptData", "print"])
        let receipt = try body.required(try body.members("receiptData"), "receiptData")
        let lines = try body.required(
            try body.list("saleItems", limit: Self.longestList), "saleItems")
        let shown = try receipt.required(
            try receipt.list("items", limit: Self.longestList), "items")
        var items: [SaleRequest.Item] = []
        for line in lines {
            try line.checkNames(["productId", "quantity", "notes"])
            items.append(try item(line))
        }
        var pricedItems: [SaleRequest.PricedItem] = []
        for item in shown { pricedItems.append(try pricedItem(item)) }
        return SaleRequest(
            reference: try reference(body, request),
            billNumber: try receipt.text("billNumber", limit: 32)?.string, items: items,
            pricedItems: pricedItems, subtotal: try receipt.amount("subtotal"),
            total: try receipt.required(try receipt.amount("total"), "total"),
            payment: try payment(receipt), phone: try phone(receipt),
            name: try receipt.text("customerName", limit: 120), email: try email(receipt),
            prints: try body.flag("print") ?? prints, cashier: request.caller.name,
            extra: try extra(receipt, shown, lines))
    }

    private func reference(
        _ body: Members, _ request: APIRequest
    ) throws(APIRefusal) -> SaleReference {
        let key = request.idempotencyKey
        guard key.map(Self.isKey) != false else {
            throw .malformed(
                "Idempotency-Key", "is 1 to 64 letters, digits, dots, dashes and underscores")
        }
        if let text = try body.text("referenceNumber", limit: 64) {
            return SaleReference(text.string)
        }
        guard let key else { throw .malformed("referenceNumber", "is missing") }
        return SaleReference(key)
    }

    private static func isKey(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."),
                    UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private func item(_ line: Members) throws(APIRefusal) -> SaleRequest.Item {
        let product = try line.required(try line.text("productId", limit: 64), "productId")
        return SaleRequest.Item(
            product: product.string,
            quantity: try line.required(try line.quantity("quantity"), "quantity"))
    }

    private func pricedItem(_ shown: Members) throws(APIRefusal) -> SaleRequest.PricedItem {
        _ = try shown.text("name", limit: 240)
        return SaleRequest.PricedItem(
            item: try item(shown), price: try shown.required(try shown.amount("price"), "price"),
            total: try shown.amount("total"))
    }

    private func phone(_ receipt: Members) throws(APIRefusal) -> Phone? {
        try receipt.text("customerPhone", limit: 40).map { text throws(APIRefusal) in
            try Self.phone(text, receipt.name("customerPhone"), rule: phoneRule)
        }
    }

    /// A phone number by the shop's rule; `name` is what it is called in the refusal.
    static func phone(
        _ text: Text, _ name: String, rule: Phone.Rule
    ) throws(APIRefusal) -> Phone {
        do throws(Phone.Refusal) {
            return try Phone(parsing: text.string, rule: rule)
        } catch {
            throw APIRefusal(
                422, "bad-phone", "\(name) is no phone number: \(error.rule.sentence).")
        }
    }

    private func email(_ receipt: Members) throws(APIRefusal) -> EmailAddress? {
        try receipt.text("customerEmail", limit: EmailAddress.longest).map {
            text throws(APIRefusal) in
            do throws(EmailAddress.Refusal) {
                return try EmailAddress(parsing: text.string)
            } catch {
                throw APIRefusal(
                    422, "bad-email", "\(receipt.name("customerEmail")) is no e-mail address.")
            }
        }
    }

    private func payment(_ receipt: Members) throws(APIRefusal) -> SaleRequest.Tendered {
        let method = try receipt.required(
            try receipt.text("paymentMethod", limit: 40), "paymentMethod")
        let tenders = [Tender.cash, .upi, .card, .credit]
        guard
            let tender = tenders.first(where: {
                $0.label.lowercased() == method.string.lowercased()
            })
        else {
            throw .malformed(
                receipt.name("paymentMethod"),
                "is none of \(tenders.map(\.label).joined(separator: ", "))")
        }
        let received = try receipt.amount("cashReceived")
        let change = try receipt.amount("change")
        guard tender != .cash else {
            return SaleRequest.Tendered(tender, received: received, change: change)
        }
        guard (received ?? .zero) == .zero, (change ?? .zero) == .zero else {
            throw APIRefusal(
                409, "not-paid-in-cash",
                "Cash is received and given back where paymentMethod is Cash alone.")
        }
        return SaleRequest.Tendered(tender)
    }

    /// What the program sent beside what we know: kept as it is, and given back with the bill.
    private func extra(
        _ receipt: Members, _ items: [Members], _ lines: [Members]
    ) throws(APIRefusal) -> String? {
        var kept = try receipt.others(than: [
            "billNumber", "items", "subtotal", "total", "customerPhone", "customerName",
            "customerEmail", "paymentMethod", "cashReceived", "change",
        ])
        var ofItems: [JSONValue] = []
        for item in items {
            ofItems.append(
                .object(
                    try item.others(than: ["productId", "name", "quantity", "price", "total"])))
        }
        if ofItems.contains(where: { $0 != [:] }) { kept.set("items", to: .array(ofItems)) }
        var notes: [JSONValue] = []
        for line in lines {
            notes.append(
                try line.text("notes", limit: 500).map { JSONValue.string($0.string) } ?? .null)
        }
        var extra = JSONObject()
        if !kept.members.isEmpty { extra.set("receiptData", to: .object(kept)) }
        if notes.contains(where: { $0 != .null }) { extra.set("notes", to: .array(notes)) }
        guard !extra.members.isEmpty else { return nil }
        let text = JSONWriter.text(of: .object(extra))
        guard text.utf8.count <= Self.longestExtra else {
            throw .malformed(
                "receiptData", "has more than \(Self.longestExtra) bytes of fields of your own")
        }
        return text
    }
}
