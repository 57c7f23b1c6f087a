import Billing
import ExactJSON
import Exchange
import Printing
import Till

// What stands on the counter, as other programs read it.
extension Answers {
    /// The open bill; without lines between two.
    static func openBill(_ bill: OpenBill?) -> JSONValue {
        let lines = bill.map(lines) ?? []
        return [
            "lines": .array(lines), "total": .amount(bill?.total ?? .zero),
            "due": .amount(bill?.due ?? .zero),
            "customer": bill?.customer.map(customer) ?? .null,
        ]
    }

    /// How the printer is, with the sentence a person needs.
    static func printer(_ view: TillView) -> JSONValue {
        [
            "name": .string(view.printer.name), "state": .string(view.printer.state.word),
            "troubles": .array(
                view.printer.state.troubles.sorted().map { .string($0.rawValue) }),
            "waiting": .number(JSONNumber(scaled: Int64(view.waitingReceipts), places: 0)),
            "message": .string(view.printerSentence),
        ]
    }

    private static func lines(of bill: OpenBill) -> [JSONValue] {
        bill.lines.map { line in
            [
                "productId": .string(String(line.product.id.raw)),
                "name": .string(line.product.name), "quantity": .quantity(line.quantity),
                "unit": .string(line.product.unit.symbol),
                "prices": .array(
                    line.rows.map {
                        ["price": .amount($0.price), "quantity": .quantity($0.quantity)]
                    }),
                "amount": .amount(line.amount), "discount": .amount(line.discountAmount),
            ]
        }
    }

    private static func customer(_ customer: BillCustomer) -> JSONValue {
        [
            "customerNumber": .string(customer.number), "name": .string(customer.name),
            "phone": .string(customer.phone),
        ]
    }
}
