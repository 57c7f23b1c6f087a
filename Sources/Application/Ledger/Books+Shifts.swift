package import Billing
import Digest
import GRDB
import Printing
import Storage

extension Books {
    /// The shift that is open; nil when none is.
    package func openShift() throws -> ShiftOpening? {
        try first(
            """
            SELECT till, float, opened_by, opened_at, open_cash FROM shift WHERE z_number IS NULL
            """, [],
            { row in
                let time: String = row[3]
                guard let at = CivilTime(iso: time) else {
                    throw LedgerError.damaged(what: "a shift was opened at \(time)")
                }
                return ShiftOpening(
                    till: row[0], float: Money(minorUnits: row[1]), cashier: row[2], at: at,
                    openCash: Money(minorUnits: row[4]))
            })
    }

    /// Writes down that a shift begins here.
    package func open(_ shift: ShiftOpening, at milliseconds: Int64) throws {
        let end = try stretchEnd()
        try run(
            """
            INSERT INTO shift (till, float, opened_by, opened_at, open_cash, after_bill,
                after_correction, after_khata, after_cash, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                shift.till, shift.float.minorUnits, shift.cashier, shift.at.iso,
                shift.openCash.minorUnits, end.bill, end.correction, end.khata, end.cash,
                milliseconds,
            ])
    }

    /// Writes down that the open shift ends here with this Z report, whose number nobody has yet.
    package func close(_ report: ShiftReport) throws {
        let end = try stretchEnd()
        let stored = try StoredSlip(.shiftReport(report))
        try runOnOneRow(
            """
            UPDATE shift SET z_number = ?, upto_bill = ?, upto_correction = ?, upto_khata = ?,
                upto_cash = ?, report = ?, report_version = ?
            WHERE z_number IS NULL
            """,
            [
                report.number, end.bill, end.correction, end.khata, end.cash, stored.content,
                StoredSlip.version,
            ], orElse: "the open shift is gone")
    }

    /// The number of the next Z report; none that was given is ever given again.
    package func nextZNumber() throws -> Int64 {
        try first("SELECT ifnull(max(z_number), 0) + 1 FROM shift", [], { $0[0] }) ?? 1
    }

    /// A Z report as it was made, the newest where no number is named; nil where there is none.
    package func zReport(_ number: Int64?) throws -> ShiftReport? {
        try first(
            """
            SELECT report, report_version FROM shift
            WHERE z_number = ifnull(?, (SELECT max(z_number) FROM shift))
            """, [number], { try Self.report($0[0], version: $0[1]) })
    }

    /// The newest Z reports, the newest first.
    package func zReports(limit: Int) throws -> [ShiftReport] {
        try all(
            """
            SELECT report, report_version FROM shift WHERE z_number IS NOT NULL
            ORDER BY z_number DESC LIMIT ?
            """, [limit], { try Self.report($0[0], version: $0[1]) })
    }

    /// What the books say of the open shift now.
    ///
    /// Where none is open: of all since the last one, as if it had been opened there.
    package func shiftFacts() throws -> ShiftFacts {
        let end = try stretchEnd()
        let before =
            try first(
                """
                SELECT upto_bill, upto_correction, upto_khata, upto_cash FROM shift
                WHERE z_number IS NOT NULL ORDER BY z_number DESC LIMIT 1
                """, [], StretchEnd.init)
        let start =
            try first(
                """
                SELECT after_bill, after_correction, after_khata, after_cash FROM shift
                WHERE z_number IS NULL
                """, [], StretchEnd.init) ?? before ?? end
        let head = try chainHead()
        return ShiftFacts(
            figures: try figures(after: start, upTo: end),
            outside: try figures(after: before ?? start, upTo: start),
            openCash: try cashOnOpenBills(), documents: head?.position ?? 0,
            chainHead: head?.hash.hex)
    }

    /// The cash that open and parked bills have paid in part.
    package func cashOnOpenBills() throws -> Money {
        let sum = try first(
            "SELECT ifnull(sum(amount), 0) FROM open_payment WHERE tender = 'cash'", [],
            { row -> Int64 in row[0] })
        return Money(minorUnits: sum ?? 0)
    }

    private static func report(_ content: String, version: Int) throws -> ShiftReport {
        let slip = try StoredSlip.slip(kind: .shiftReport, content: content, version: version)
        guard case .shiftReport(let report) = slip else {
            throw LedgerError.damaged(what: "a shift has no report")
        }
        return report
    }
}
