import Billing
import GRDB
import Storage

/// A place in the tables that only grow and that money is in.
struct StretchEnd {
    let bill: Int64
    let correction: Int64
    let khata: Int64
    let cash: Int64

    init(_ row: StoredRow) {
        (bill, correction, khata, cash) = (row[0], row[1], row[2], row[3])
    }
}

extension Books {
    /// The end of the books now.
    func stretchEnd() throws -> StretchEnd {
        let end = try first(
            """
            SELECT (SELECT ifnull(max(id), 0) FROM bill),
                (SELECT ifnull(max(id), 0) FROM payment_correction),
                (SELECT ifnull(max(id), 0) FROM khata_entry),
                (SELECT ifnull(max(id), 0) FROM cash_movement)
            """, [], StretchEnd.init)
        guard let end else { throw LedgerError.damaged(what: "the books have no end") }
        return end
    }

    /// What happened after one place of the books, up to another.
    func figures(after start: StretchEnd, upTo end: StretchEnd) throws -> ShiftFigures {
        var figures = ShiftFigures()
        try addBills(to: &figures, [start.bill, end.bill])
        figures.tax = try sum(
            """
            SELECT sum((l.cgst + l.sgst) * iif(b.credit_note_of IS NULL, 1, -1))
            FROM bill b JOIN bill_line l ON l.bill_id = b.id WHERE b.id > ?1 AND b.id <= ?2
            """, [start.bill, end.bill])
        let tenders = try Tender.allCases.map { tender in
            try figuresOf(tender, after: start, upTo: end)
        }
        figures.tenders = tenders.filter { $0 != TenderFigures($0.tender) }
        figures.payIns = try cashMoved(.payIn, [start.cash, end.cash])
        figures.payOuts = try cashMoved(.payOut, [start.cash, end.cash])
        return figures
    }

    private func addBills(to figures: inout ShiftFigures, _ range: [Int64]) throws {
        try forEach(
            """
            SELECT is_note, documents, sum, discounts,
                (SELECT invoice_number FROM bill WHERE id = first),
                (SELECT invoice_number FROM bill WHERE id = last)
            FROM (SELECT credit_note_of IS NOT NULL AS is_note, count(*) AS documents,
                    sum(total) AS sum,
                    sum(ifnull(line_discounts, 0) + ifnull(bill_discount, 0)) AS discounts,
                    min(id) AS first, max(id) AS last
                FROM bill WHERE id > ?1 AND id <= ?2 GROUP BY 1)
            """, Arguments(range)
        ) { row in
            if row[0] as Bool {
                figures.creditNotes = row[1]
                figures.returns = Money(minorUnits: row[2])
            } else {
                figures.bills = row[1]
                figures.sales = Money(minorUnits: row[2])
                figures.discounts = Money(minorUnits: row[3])
                figures.firstNumber = row[4]
                figures.lastNumber = row[5]
            }
            return true
        }
    }

    /// The change that a bill gave is cash that it did not keep.
    private func figuresOf(
        _ tender: Tender, after start: StretchEnd, upTo end: StretchEnd
    ) throws -> TenderFigures {
        var part = TenderFigures(tender)
        let bills: [Int64] = [start.bill, end.bill]
        let paid = """
            SELECT sum(p.amount) FROM bill b JOIN payment p ON p.bill_id = b.id
            WHERE b.id > ?1 AND b.id <= ?2 AND p.tender = ?3
            """
        part.taken = try sum(paid + " AND b.credit_note_of IS NULL", bills, tender.rawValue)
        part.givenBack = try sum(
            paid + " AND b.credit_note_of IS NOT NULL", bills, tender.rawValue)
        if tender == .cash {
            part.taken =
                part.taken
                - (try sum("SELECT sum(change_given) FROM bill WHERE id > ?1 AND id <= ?2", bills))
        }
        part.corrected = try sum(
            """
            SELECT sum(c.amount * ((c.to_tender = ?3) - (c.from_tender = ?3))
                * iif(b.credit_note_of IS NULL, 1, -1))
            FROM payment_correction c JOIN bill b ON b.id = c.bill_id
            WHERE c.id > ?1 AND c.id <= ?2
            """, [start.correction, end.correction], tender.rawValue)
        part.repaid = try sum(
            """
            SELECT -sum(amount) FROM khata_entry
            WHERE id > ?1 AND id <= ?2 AND kind = 'repayment' AND tender = ?3
            """, [start.khata, end.khata], tender.rawValue)
        return part
    }

    private func cashMoved(_ kind: CashMovement.Kind, _ range: [Int64]) throws -> Money {
        try sum(
            "SELECT sum(amount) FROM cash_movement WHERE id > ?1 AND id <= ?2 AND kind = ?3",
            range, kind.rawValue)
    }

    private func sum(_ sql: String, _ range: [Int64], _ word: String? = nil) throws -> Money {
        var values: [(any Bindable)?] = range
        if let word { values.append(word) }
        let found = try first(sql, Arguments(values), { row -> Int64? in row[0] })
        return Money(minorUnits: (found ?? nil) ?? 0)
    }
}
