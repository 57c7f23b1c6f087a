package import Ledger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a check of the whole shop found, as other programs see it.
package struct CheckDocument: Encodable {
    private let success: Bool
    private let tables: Int
    private let bills: Int64
    private let batches: Int
    private let movements: Int
    private let lastBillNumber: String?
    private let head: String?
    private let faults: [String]

    /// The document as text: keys sorted, indented; what is not known is left out.
    package static func json(of check: BooksCheck) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = CheckDocument(
            success: check.faults.isEmpty, tables: check.tables, bills: check.chain.bills,
            batches: check.batches, movements: check.movements,
            lastBillNumber: check.chain.lastNumber, head: check.chain.headText,
            faults: check.faults.map { "\($0)" })
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }
}
