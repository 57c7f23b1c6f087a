import Billing
package import Ledger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A list of bills as other programs see it, with the field names of the HTTP interface.
package struct BillListDocument: Encodable {
    private let bills: [Entry]
    private let hasMore: Bool

    /// The document as text: keys sorted, indented; a bill without a customer has nulls.
    package static func json(of bills: [BillSummary], hasMore: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = BillListDocument(bills: bills.map(Entry.init), hasMore: hasMore)
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Entry: Encodable {
        let bill: BillSummary

        enum Key: String, CodingKey {
            case id = "_id"
            case billNumber, createdAt, totalAmount, paymentMethod
            case customerNumber, customerName, customerPhone
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(String(bill.id), forKey: .id)
            try fields.encode(bill.number, forKey: .billNumber)
            let time = bill.soldAt.iso.replacing(" ", with: "T", maxReplacements: 1)
            try fields.encode(time, forKey: .createdAt)
            try fields.encode(bill.total.decimal, forKey: .totalAmount)
            try fields.encode(bill.paymentMethod, forKey: .paymentMethod)
            try fields.encode(bill.customer?.number, forKey: .customerNumber)
            try fields.encode(bill.customer?.name, forKey: .customerName)
            try fields.encode(bill.customer?.phone, forKey: .customerPhone)
        }
    }
}
