import Billing

/// The report of a shift, version 1: money in minor units, times as ISO 8601.
struct ShiftReportContent: Codable {
    let number: Int64?
    let till: Int
    let openedAt: String
    let openedBy: String
    let float: Int64
    let openCashBefore: Int64
    let at: String
    let cashier: String
    let counted: Int64?
    let openCash: Int64
    let figures: Figures
    let outside: Figures
    let documents: Int64
    let chainHead: String?

    struct Figures: Codable {
        let bills: Int
        let creditNotes: Int
        let sales: Int64
        let returns: Int64
        let discounts: Int64
        let tax: Int64
        let firstNumber: String?
        let lastNumber: String?
        let payIns: Int64
        let payOuts: Int64
        let tenders: [ByMeans]
    }

    struct ByMeans: Codable {
        let tender: String
        let taken: Int64
        let givenBack: Int64
        let corrected: Int64
        let repaid: Int64
    }

    init(_ report: ShiftReport) {
        let (opening, facts) = (report.opening, report.facts)
        number = report.number
        till = opening.till
        openedAt = opening.at.iso
        openedBy = opening.cashier
        float = opening.float.minorUnits
        openCashBefore = opening.openCash.minorUnits
        at = report.at.iso
        cashier = report.cashier
        counted = report.counted?.minorUnits
        openCash = facts.openCash.minorUnits
        figures = Figures(facts.figures)
        outside = Figures(facts.outside)
        documents = facts.documents
        chainHead = facts.chainHead
    }

    func report() throws -> ShiftReport {
        ShiftReport(
            number: number,
            opening: ShiftOpening(
                till: till, float: Money(minorUnits: float), cashier: openedBy,
                at: try StoredSlip.time(openedAt), openCash: Money(minorUnits: openCashBefore)),
            at: try StoredSlip.time(at), cashier: cashier,
            facts: ShiftFacts(
                figures: try figures.figures(), outside: try outside.figures(),
                openCash: Money(minorUnits: openCash), documents: documents, chainHead: chainHead),
            counted: counted.map(Money.init(minorUnits:)))
    }
}

extension ShiftReportContent.Figures {
    init(_ figures: ShiftFigures) {
        bills = figures.bills
        creditNotes = figures.creditNotes
        sales = figures.sales.minorUnits
        returns = figures.returns.minorUnits
        discounts = figures.discounts.minorUnits
        tax = figures.tax.minorUnits
        firstNumber = figures.firstNumber
        lastNumber = figures.lastNumber
        payIns = figures.payIns.minorUnits
        payOuts = figures.payOuts.minorUnits
        tenders = figures.tenders.map { part in
            ShiftReportContent.ByMeans(
                tender: part.tender.rawValue, taken: part.taken.minorUnits,
                givenBack: part.givenBack.minorUnits, corrected: part.corrected.minorUnits,
                repaid: part.repaid.minorUnits)
        }
    }

    func figures() throws -> ShiftFigures {
        var figures = ShiftFigures()
        figures.bills = bills
        figures.creditNotes = creditNotes
        figures.sales = Money(minorUnits: sales)
        figures.returns = Money(minorUnits: returns)
        figures.discounts = Money(minorUnits: discounts)
        figures.tax = Money(minorUnits: tax)
        figures.firstNumber = firstNumber
        figures.lastNumber = lastNumber
        figures.payIns = Money(minorUnits: payIns)
        figures.payOuts = Money(minorUnits: payOuts)
        figures.tenders = try tenders.map { part in
            var means = TenderFigures(try Books.tender(part.tender))
            means.taken = Money(minorUnits: part.taken)
            means.givenBack = Money(minorUnits: part.givenBack)
            means.corrected = Money(minorUnits: part.corrected)
            means.repaid = Money(minorUnits: part.repaid)
            return means
        }
        return figures
    }
}
