import Foundation

extension Diagnosis {
    /// The diagnosis as JSON: `verdict`, the worst one, and `findings`; absent fields are left out.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let record = DiagnosisRecord(
            verdict: worst.rawValue,
            findings: findings.map {
                DiagnosisRecord.Row(
                    check: $0.check.rawValue, verdict: $0.verdict.rawValue,
                    certainty: $0.certainty.rawValue, message: $0.message, advice: $0.advice,
                    command: $0.command)
            })
        return String(decoding: try encoder.encode(record), as: UTF8.self)
    }
}

/// A diagnosis as a program reads it.
private struct DiagnosisRecord: Encodable {
    let verdict: String
    let findings: [Row]

    struct Row: Encodable {
        let check: String
        let verdict: String
        let certainty: String
        let message: String
        let advice: String?
        let command: String?
    }
}
