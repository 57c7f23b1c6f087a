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
            "name": .string(customer.name), "phone": text(customer.phone),
            "email": text(customer.email), "address": text(customer.address),
            "isActive": .bool(customer.state == .active),
        ]
    }

    /// A bill, with the fields that the program which asked for it sent beside.
    ///
    /// The fields are those of every other document of a bill, read back digit by digit.
    static func bill(_ bill: Bill, id: Int64, extra: String?) throws(APIRefusal) -> JSONValue {
        do {
            let text = try BillDocument.json(of: bill, id: id)
            guard case .object(var object) = try JSONReader.value(of: Array(text.utf8)) else {
                throw broken
            }
            if let extra,
                case .object(let fields) = try JSONReader.value(of: Array(extra.utf8))
            {
                for field in fields.members { object.set(field.name, to: field.value) }
            }
            return .object(object)
        } catch {
            throw broken
        }
    }

    private static var broken: APIRefusal {
        .unavailable("A bill in the books cannot be read; galla db check says more.")
    }

    /// What a sale took from stock: one entry a product of the bill.
    static func taken(_ bill: Bill) -> JSONValue {
        .array(
            bill.lines.map { line in
                [
                    "productId": .string(String(line.product.id.raw)),
                    "quantity": number(line.quantity),
                    "batches": .array(
                        line.parts.map { part in
                            [
                                "batch": .string(part.label), "quantity": number(part.quantity),
                                "cost": number(part.cost), "price": number(part.price),
                            ]
                        }),
                    "totalCost": number(line.totalCost),
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
            "unit": .string(product.unit.symbol), "hsn": text(product.hsn),
            "category": text(listed.category), "currentStock": number(listed.offer.available),
            "price": first.map { number($0.price) } ?? .null,
            "mrp": first?.mrp.map(number) ?? .null,
        ]
    }

    /// A batch.
    static func batch(_ batch: ListedBatch) -> JSONValue {
        [
            "_id": .string(String(batch.id.raw)), "batch": .string(batch.label),
            "quantity": number(batch.quantity), "cost": number(batch.cost),
            "price": number(batch.price), "mrp": batch.mrp.map(number) ?? .null,
            "receivedAt": .string(batch.receivedAt), "expiresOn": text(batch.expiresOn),
            "isBlocked": .bool(batch.isBlocked),
        ]
    }

    /// A page of a list; `next` is null on the last one.
    static func page(_ rows: [JSONValue], next: String?) -> APIResponse {
        .ok(["success": true, "data": .array(rows), "next": text(next)])
    }

    private static func text(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }

    /// An amount, exact to the hundredth.
    static func number(_ money: Money) -> JSONValue {
        .number(JSONNumber(scaled: money.minorUnits, places: 2))
    }

    /// A quantity, exact to the thousandth.
    static func number(_ quantity: Quantity) -> JSONValue {
        .number(JSONNumber(scaled: quantity.thousandths, places: 3))
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
