package import Ledger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a check of the chain found, as other programs see it.
package struct ChainDocument: Encodable {
    private let isSound: Bool
    private let soundBills: Int64
    private let lastBillNumber: String?
    private let head: String?
    private let fault: String?

    private enum CodingKeys: String, CodingKey {
        case isSound = "success"
        case soundBills, lastBillNumber, head
        case fault = "message"
    }

    /// The document as text: keys sorted, indented; what is not known is left out.
    package static func json(of check: ChainCheck) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = ChainDocument(
            isSound: check.isDone && check.fault == nil, soundBills: check.bills,
            lastBillNumber: check.lastNumber, head: check.headText,
            fault: check.fault.map { "\($0)" })
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }
}
