package import Billing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The report of a shift as other programs see it; amounts are numbers of rupees.
package struct ShiftDocument: Encodable {
    private let report: ShiftReport

    /// A report as text: keys sorted, indented; an X report has no number and nothing counted.
    package static func json(of report: ShiftReport) throws -> String {
        try text(of: ShiftDocument(report: report))
    }

    /// Reports as a list.
    package static func json(of reports: [ShiftReport]) throws -> String {
        try text(of: ["shifts": reports.map(ShiftDocument.init)])
    }

    private static func text(of document: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private enum Key: String, CodingKey {
        case number, till, openedAt, openedBy, float, createdAt, cashier, figures, outside
        case openCash, expected, counted, difference, chainDocuments, chainHead
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        let (opening, facts) = (report.opening, report.facts)
        try fields.encode(report.number, forKey: .number)
        try fields.encode(opening.till, forKey: .till)
        try fields.encode(Self.time(opening.at), forKey: .openedAt)
        try fields.encode(opening.cashier, forKey: .openedBy)
        try fields.encode(opening.float.decimal, forKey: .float)
        try fields.encode(Self.time(report.at), forKey: .createdAt)
        try fields.encode(report.cashier, forKey: .cashier)
        try fields.encode(Figures(figures: facts.figures), forKey: .figures)
        try fields.encode(Figures(figures: facts.outside), forKey: .outside)
        let openCash = facts.openCash - opening.openCash
        try fields.encode(openCash.decimal, forKey: .openCash)
        try fields.encode(report.expected.decimal, forKey: .expected)
        try fields.encode(report.counted?.decimal, forKey: .counted)
        try fields.encode(report.difference?.decimal, forKey: .difference)
        try fields.encode(facts.documents, forKey: .chainDocuments)
        try fields.encode(facts.chainHead, forKey: .chainHead)
    }

    private static func time(_ time: CivilTime) -> String {
        time.iso.replacing(" ", with: "T", maxReplacements: 1)
    }

    private struct Figures: Encodable {
        let figures: ShiftFigures

        enum Key: String, CodingKey {
            case bills, creditNotes, sales, returns, discounts, tax, firstNumber, lastNumber
            case payIns, payOuts, tenders
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(figures.bills, forKey: .bills)
            try fields.encode(figures.creditNotes, forKey: .creditNotes)
            try fields.encode(figures.sales.decimal, forKey: .sales)
            try fields.encode(figures.returns.decimal, forKey: .returns)
            try fields.encode(figures.discounts.decimal, forKey: .discounts)
            try fields.encode(figures.tax.decimal, forKey: .tax)
            try fields.encode(figures.firstNumber, forKey: .firstNumber)
            try fields.encode(figures.lastNumber, forKey: .lastNumber)
            try fields.encode(figures.payIns.decimal, forKey: .payIns)
            try fields.encode(figures.payOuts.decimal, forKey: .payOuts)
            try fields.encode(figures.tenders.map(ByMeans.init), forKey: .tenders)
        }
    }

    private struct ByMeans: Encodable {
        let part: TenderFigures

        enum Key: String, CodingKey {
            case tender, taken, givenBack, corrected, repaid, net
        }

        init(_ part: TenderFigures) { self.part = part }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(part.tender.rawValue, forKey: .tender)
            try fields.encode(part.taken.decimal, forKey: .taken)
            try fields.encode(part.givenBack.decimal, forKey: .givenBack)
            try fields.encode(part.corrected.decimal, forKey: .corrected)
            try fields.encode(part.repaid.decimal, forKey: .repaid)
            try fields.encode(part.net.decimal, forKey: .net)
        }
    }
}
