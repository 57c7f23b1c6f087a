import Billing
import Printing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A slip as a print job keeps it: JSON of a version, with names that a later release can read.
///
/// Whoever changes what a slip says writes a new version and keeps reading the older ones: a
/// receipt may wait for its printer while Galla is upgraded.
struct StoredSlip {
    /// The version that is written.
    static let version = 1

    /// What is printed.
    let kind: PrintJob.Kind
    /// What people know the slip by.
    let subject: String
    /// The slip.
    let content: String

    init(_ slip: Slip) throws {
        switch slip {
        case .heldBill(let slip):
            (kind, subject) = (.heldBill, String(slip.number))
            content = try Self.json(HeldBillContent(slip))
        case .statement(let statement):
            (kind, subject) = (.statement, statement.holder.number)
            content = try Self.json(StatementContent(statement))
        case .repayment(let receipt):
            (kind, subject) = (.repayment, receipt.holder.number)
            content = try Self.json(RepaymentContent(receipt))
        case .upiCode(let request):
            (kind, subject) = (.upiCode, request.attempt.id)
            content = try Self.json(UPICodeContent(request))
        case .shiftReport(let report):
            (kind, subject) = (.shiftReport, report.number.map { "Z \($0)" } ?? "X")
            content = try Self.json(ShiftReportContent(report))
        }
    }

    /// The slip of a stored content; throws where the books do not have what a slip needs.
    static func slip(kind: PrintJob.Kind, content: String, version: Int) throws -> Slip {
        guard version == Self.version else {
            throw LedgerError.damaged(what: "a slip is of version \(version), which is not known")
        }
        switch kind {
        case .bill: throw LedgerError.damaged(what: "a bill is stored as a slip")
        case .heldBill: return .heldBill(try read(HeldBillContent.self, content).slip())
        case .statement: return .statement(try read(StatementContent.self, content).statement())
        case .repayment: return .repayment(try read(RepaymentContent.self, content).receipt())
        case .upiCode: return .upiCode(try read(UPICodeContent.self, content).request())
        case .shiftReport:
            return .shiftReport(try read(ShiftReportContent.self, content).report())
        }
    }

    private static func json(_ content: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(content), as: UTF8.self)
    }

    private static func read<Content: Decodable>(
        _ type: Content.Type, _ content: String
    ) throws -> Content {
        do {
            return try JSONDecoder().decode(type, from: Data(content.utf8))
        } catch {
            throw LedgerError.damaged(what: "a slip cannot be read: \(error)")
        }
    }

    /// A moment of a slip.
    static func time(_ iso: String) throws -> CivilTime {
        guard let time = CivilTime(iso: iso) else {
            throw LedgerError.damaged(what: "a slip is of \(iso)")
        }
        return time
    }
}

/// A customer on a slip.
struct HolderContent: Codable {
    let number: String
    let name: String
    let phone: String

    init(_ holder: AccountHolder) {
        number = holder.number
        name = holder.name
        phone = holder.phone
    }

    var holder: AccountHolder { AccountHolder(number: number, name: name, phone: phone) }
}
