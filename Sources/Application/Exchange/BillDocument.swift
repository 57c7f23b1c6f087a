package import Billing
package import ExactJSON

/// A bill as other programs see it: JSON with the field names of the HTTP interface.
///
/// Amounts and quantities are exact decimal numbers. The customer's fields are always there and
/// null for a bill without one. Parts of a line at one price are one item, so that quantity times
/// price is its total; what a line comes to with its discounts and its tax is in `lines`.
package enum BillDocument {
    /// The document; `id` is the bill's number in the database, left out where that is not known.
    package static func value(of bill: Bill, id: Int64? = nil) -> JSONObject {
        var members: [(String, JSONValue)] = id.map { [("_id", .string(String($0)))] } ?? []
        members += [
            ("billNumber", .string(bill.number)), ("invoiceNumber", .string(bill.invoiceNumber)),
            ("referenceNumber", .string(bill.reference.raw)),
            ("kind", bill.kind == .sale ? "sale" : "credit-note"),
        ]
        if let cited = bill.kind.citedBill { members.append(("creditNoteOf", .string(cited))) }
        members += [
            ("createdAt", wallTime(bill.soldAt)), ("cashier", .string(bill.cashier)),
            ("items", .array(bill.lines.flatMap(items))), ("subtotal", .amount(bill.subtotal)),
            ("totalAmount", .amount(bill.total)), ("totalCost", .amount(bill.totalCost)),
            ("profit", .amount(bill.profit)),
        ]
        members += reckoning(bill) + payment(bill) + customer(bill)
        if let warning = bill.warning { members.append(("warning", .string(warning))) }
        return JSONObject(members)
    }

    /// The document as text for people too, indented.
    package static func json(of bill: Bill, id: Int64? = nil) -> String {
        JSONWriter.indentedText(of: .object(value(of: bill, id: id)))
    }

    /// The shop's wall time in the form of ISO 8601 without a zone: books do not know their zone.
    package static func wallTime(_ time: CivilTime) -> JSONValue {
        .string(String(time.iso.map { $0 == " " ? "T" : $0 }))
    }

    private static func reckoning(_ bill: Bill) -> [(String, JSONValue)] {
        [
            ("lines", .array(bill.lines.map(line))),
            ("lineDiscounts", .amount(bill.totals.lineDiscounts)),
            ("billDiscount", .amount(bill.totals.billDiscount)),
            ("roundOff", .amount(bill.totals.roundOff)),
            ("taxRegime", .string(bill.regime.rawValue)),
            ("taxes", .array(bill.totals.taxes.map(tax))),
            ("profitExclTax", bill.profitExcludingTax.map(JSONValue.amount) ?? .null),
            ("buyer", bill.buyer.map(buyer) ?? .null),
        ]
    }

    private static func payment(_ bill: Bill) -> [(String, JSONValue)] {
        let cash = bill.payments.filter { $0.tender == .cash }.map(\.amount)
        return [
            ("paymentMethod", .string(bill.paymentMethod)),
            ("payments", .array(bill.payments.map(payment))),
            ("cashReceived", cash.isEmpty ? .null : .amount(cash.total())),
            ("change", .amount(bill.change)),
        ]
    }

    private static func payment(_ payment: Payment) -> JSONValue {
        var object = JSONObject([
            ("method", .string(payment.tender.label)), ("amount", .amount(payment.amount)),
        ])
        if let reference = payment.reference {
            object.set("reference", to: .string(reference.string))
        }
        return .object(object)
    }

    private static func customer(_ bill: Bill) -> [(String, JSONValue)] {
        let customer = bill.customer
        let link = customer.flatMap { $0.isDeleted ? nil : String($0.id.raw) }
        return [
            ("customer", .text(link)), ("customerNumber", .text(customer?.number)),
            ("customerName", .text(customer?.name)), ("customerPhone", .text(customer?.phone)),
            ("customerEmail", .text(customer?.email)),
        ]
    }

    /// Who it is made out to.
    private static func buyer(_ buyer: Buyer) -> JSONValue {
        let fields = [
            ("gstin", buyer.gstin?.text), ("name", buyer.name), ("address", buyer.address),
        ]
        return .object(
            JSONObject(fields.compactMap { name, text in text.map { (name, .string($0)) } }))
    }
}
