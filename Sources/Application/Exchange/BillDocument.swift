package import Billing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A bill as other programs see it: JSON with the field names of the HTTP interface.
///
/// Amounts and quantities are exact decimal numbers. The customer's fields are always there and
/// null for a bill without one. Parts of a line at one price are one item, so that quantity times
/// price is its total; what a line comes to with its discounts and its tax is in `lines`.
package struct BillDocument: Encodable {
    private let bill: Bill
    private let id: String?

    /// Wraps a bill; `id` is its number in the database, left out where that is not known.
    package init(_ bill: Bill, id: Int64? = nil) {
        self.bill = bill
        self.id = id.map(String.init)
    }

    /// The document as text: keys sorted, indented.
    package static func json(of bill: Bill, id: Int64? = nil) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(BillDocument(bill, id: id)), as: UTF8.self)
    }

    private enum Key: String, CodingKey {
        case id = "_id"
        case billNumber, invoiceNumber, referenceNumber, items, subtotal, totalAmount, totalCost
        case profit, paymentMethod, payments, cashReceived, change, customer, customerNumber
        case customerName, customerPhone, customerEmail, cashier, createdAt, lines, warning
        case kind, creditNoteOf
        case lineDiscounts, billDiscount, roundOff, taxRegime, taxes, profitExclTax, buyer
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encodeIfPresent(id, forKey: .id)
        try fields.encode(bill.number, forKey: .billNumber)
        try fields.encode(bill.invoiceNumber, forKey: .invoiceNumber)
        try fields.encode(bill.reference.raw, forKey: .referenceNumber)
        try fields.encode(bill.lines.flatMap(BillItem.items(of:)), forKey: .items)
        try fields.encode(bill.subtotal.decimal, forKey: .subtotal)
        try fields.encode(bill.total.decimal, forKey: .totalAmount)
        try fields.encode(bill.totalCost.decimal, forKey: .totalCost)
        try fields.encode(bill.profit.decimal, forKey: .profit)
        try fields.encode(bill.cashier, forKey: .cashier)
        try fields.encode(createdAt, forKey: .createdAt)
        try encodeReckoning(into: &fields)
        try fields.encodeIfPresent(bill.warning, forKey: .warning)
        try fields.encode(bill.kind == .sale ? "sale" : "credit-note", forKey: .kind)
        try fields.encodeIfPresent(bill.kind.citedBill, forKey: .creditNoteOf)
        try encodePayment(into: &fields)
        try encodeCustomer(into: &fields)
    }

    private func encodeReckoning(into fields: inout KeyedEncodingContainer<Key>) throws {
        try fields.encode(bill.lines.map(BillLineDocument.init), forKey: .lines)
        try fields.encode(bill.totals.lineDiscounts.decimal, forKey: .lineDiscounts)
        try fields.encode(bill.totals.billDiscount.decimal, forKey: .billDiscount)
        try fields.encode(bill.totals.roundOff.decimal, forKey: .roundOff)
        try fields.encode(bill.regime.rawValue, forKey: .taxRegime)
        try fields.encode(bill.totals.taxes.map(BillTax.init), forKey: .taxes)
        try fields.encode(bill.profitExcludingTax?.decimal, forKey: .profitExclTax)
        try fields.encode(bill.buyer.map(BillBuyer.init), forKey: .buyer)
    }

    private func encodePayment(into fields: inout KeyedEncodingContainer<Key>) throws {
        let cash = bill.payments.filter { $0.tender == .cash }.map(\.amount)
        try fields.encode(bill.paymentMethod, forKey: .paymentMethod)
        try fields.encode(bill.payments.map(BillPayment.init), forKey: .payments)
        try fields.encode(cash.isEmpty ? nil : cash.total().decimal, forKey: .cashReceived)
        try fields.encode(bill.change.decimal, forKey: .change)
    }

    private func encodeCustomer(into fields: inout KeyedEncodingContainer<Key>) throws {
        let customer = bill.customer
        let link = customer.flatMap { $0.isDeleted ? nil : String($0.id.raw) }
        try fields.encode(link, forKey: .customer)
        try fields.encode(customer?.number, forKey: .customerNumber)
        try fields.encode(customer?.name, forKey: .customerName)
        try fields.encode(customer?.phone, forKey: .customerPhone)
        try fields.encode(customer?.email, forKey: .customerEmail)
    }

    /// The shop's wall time in the form of ISO 8601 without a zone: the bill does not know its zone.
    private var createdAt: String {
        let time = bill.soldAt.iso
        return time.replacing(" ", with: "T", maxReplacements: 1)
    }
}
