package import Billing
import ExactJSON

/// The report of a shift as other programs see it; amounts are numbers of rupees.
package enum ShiftDocument {
    /// A report as text, indented; an X report has no number and nothing counted.
    package static func json(of report: ShiftReport) -> String {
        JSONWriter.indentedText(of: value(of: report))
    }

    /// Reports as a list.
    package static func json(of reports: [ShiftReport]) -> String {
        JSONWriter.indentedText(of: ["shifts": .array(reports.map(value))])
    }

    private static func value(of report: ShiftReport) -> JSONValue {
        let (opening, facts) = (report.opening, report.facts)
        return [
            "number": report.number.map { .number(JSONNumber(Int64($0))) } ?? .null,
            "till": .number(JSONNumber(Int64(opening.till))),
            "openedAt": BillDocument.wallTime(opening.at),
            "openedBy": .string(opening.cashier), "float": .amount(opening.float),
            "createdAt": BillDocument.wallTime(report.at), "cashier": .string(report.cashier),
            "figures": figures(facts.figures), "outside": figures(facts.outside),
            "openCash": .amount(facts.openCash - opening.openCash),
            "expected": .amount(report.expected),
            "counted": report.counted.map(JSONValue.amount) ?? .null,
            "difference": report.difference.map(JSONValue.amount) ?? .null,
            "chainDocuments": .number(JSONNumber(Int64(facts.documents))),
            "chainHead": .text(facts.chainHead),
        ]
    }

    private static func figures(_ figures: ShiftFigures) -> JSONValue {
        [
            "bills": .number(JSONNumber(Int64(figures.bills))),
            "creditNotes": .number(JSONNumber(Int64(figures.creditNotes))),
            "sales": .amount(figures.sales), "returns": .amount(figures.returns),
            "discounts": .amount(figures.discounts), "tax": .amount(figures.tax),
            "firstNumber": .text(figures.firstNumber), "lastNumber": .text(figures.lastNumber),
            "payIns": .amount(figures.payIns), "payOuts": .amount(figures.payOuts),
            "tenders": .array(figures.tenders.map(tender)),
        ]
    }

    private static func tender(_ part: TenderFigures) -> JSONValue {
        [
            "tender": .string(part.tender.rawValue), "taken": .amount(part.taken),
            "givenBack": .amount(part.givenBack), "corrected": .amount(part.corrected),
            "repaid": .amount(part.repaid), "net": .amount(part.net),
        ]
    }
}
