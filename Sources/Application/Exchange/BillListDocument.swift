import ExactJSON
package import Ledger

/// A list of bills as other programs see it, with the field names of the HTTP interface.
package enum BillListDocument {
    /// The document as text, indented; a bill without a customer has nulls.
    package static func json(of bills: [BillSummary], hasMore: Bool) -> String {
        JSONWriter.indentedText(
            of: ["bills": .array(bills.map(entry)), "hasMore": .bool(hasMore)])
    }

    private static func entry(_ bill: BillSummary) -> JSONValue {
        [
            "_id": .string(String(bill.id)), "billNumber": .string(bill.number),
            "createdAt": BillDocument.wallTime(bill.soldAt),
            "totalAmount": .amount(bill.total), "paymentMethod": .string(bill.paymentMethod),
            "customerNumber": .text(bill.customer?.number),
            "customerName": .text(bill.customer?.name),
            "customerPhone": .text(bill.customer?.phone),
        ]
    }
}
