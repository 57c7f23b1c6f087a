import Billing
import ExactJSON
import Exchange
import Ledger
import Till

/// What the till and the books say, as other programs read it.
enum Answers {
    /// A customer.
    static func customer(_ customer: Customer) -> JSONValue {
        [
            "_id": .string(String(customer.id.raw)), "customerNumber": .string(customer.number),
            "name": .string(customer.name), "phone": .text(customer.phone),
            "email": .text(customer.email), "address": .text(customer.address),
            "isActive": .bool(customer.state == .active),
        ]
    }

    /// A bill, with the fields that the program which asked for it sent beside.
    static func bill(_ bill: Bill, id: Int64, extra: String?) throws(APIRefusal) -> JSONValue {
        var object = BillDocument.value(of: bill, id: id)
        guard let extra else { return .object(object) }
        // What is wrong with it is for the check of the books to say.
        guard case .object(let fields)? = try? JSONReader.value(of: Array(extra.utf8)) else {
            throw .unavailable("A bill in the books cannot be read; galla db check says more.")
        }
        for field in fields.members { object.set(field.name, to: field.value) }
        return .object(object)
    }

    /// What a sale took from stock: one entry a product of the bill.
    static func taken(_ bill: Bill) -> JSONValue {
        .array(
            bill.lines.map { line in
                [
                    "productId": .string(String(line.product.id.raw)),
                    "quantity": .quantity(line.quantity),
                    "batches": .array(
                        line.parts.map { part in
                            [
                                "batch": .string(part.label), "quantity": .quantity(part.quantity),
                                "cost": .amount(part.cost), "price": .amount(part.price),
                            ]
                        }),
                    "totalCost": .amount(line.totalCost),
                ]
            })
    }

    /// A product with what there is of it.
    static func product(_ listed: ListedProduct) -> JSONValue {
        let product = listed.product
        let first = listed.offer.batches.first
        return [
            "_id": .string(String(product.id.raw)), "name": .string(product.name),
            "barcodes": .array(listed.codes.map(JSONValue.string)),
            "unit": .string(product.unit.symbol), "hsn": .text(product.hsn),
            "category": .text(listed.category), "currentStock": .quantity(listed.offer.available),
            "price": first.map { .amount($0.price) } ?? .null,
            "mrp": first?.mrp.map(JSONValue.amount) ?? .null,
        ]
    }

    /// A batch.
    static func batch(_ batch: ListedBatch) -> JSONValue {
        [
            "_id": .string(String(batch.id.raw)), "batch": .string(batch.label),
            "quantity": .quantity(batch.quantity), "cost": .amount(batch.cost),
            "price": .amount(batch.price), "mrp": batch.mrp.map(JSONValue.amount) ?? .null,
            "receivedAt": .string(batch.receivedAt), "expiresOn": .text(batch.expiresOn),
            "isBlocked": .bool(batch.isBlocked),
        ]
    }

    /// A page of a list; `next` is null on the last one.
    static func page(_ rows: [JSONValue], next: String?) -> APIResponse {
        .ok(["success": true, "data": .array(rows), "next": .text(next)])
    }
}

extension APIRefusal {
    /// The till's refusal as a client reads it.
    init(_ refusal: TillRefusal) {
        switch refusal.kind {
        case .malformed: self.init(422, refusal.code, refusal.message)
        case .conflict: self.init(409, refusal.code, refusal.message)
        case .notFound: self.init(404, refusal.code, refusal.message)
        case .unavailable:
            self.init(
                503, refusal.code, refusal.message, fields: [.init(name: "retry-after", value: "1")]
            )
        }
    }
}
