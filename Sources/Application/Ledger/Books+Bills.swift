package import Billing
import GRDB
import Storage

extension Books {
    /// The bill of a number, as it was sold.
    package func bill(number: String) throws -> Bill? {
        try bill(where: "number = ?", [number])
    }

    /// The bill that a sale became, if it became one.
    package func bill(reference: SaleReference) throws -> Bill? {
        try bill(where: "reference = ?", [reference.raw])
    }

    /// The newest bill.
    package func lastBill() throws -> Bill? {
        try bill(where: "id = (SELECT max(id) FROM bill)", [])
    }

    /// The bill that a till sold last, in this financial year or the one before.
    package func lastBill(of series: BillSeries, on day: CivilDate) throws -> Bill? {
        let year = BillNumber.financialYear(of: day, startingIn: series.yearStartMonth)
        for year in [year, (year + 99) % 100] {
            guard let sequence = try lastSequence(of: series.till, year: year) else { continue }
            let number = BillNumber(financialYear: year, till: series.till, sequence: sequence)
            return try bill(where: "invoice_number = ?", [number.text])
        }
        return nil
    }

    private func lastSequence(of till: Int, year: Int) throws -> Int64? {
        try first(
            "SELECT value FROM counter WHERE name = ?", [Self.billCounter(till: till, year: year)],
            { row -> Int64 in row[0] })
    }

    /// The name of the counter that numbers a till's bills of one financial year.
    static func billCounter(till: Int, year: Int) -> String { "bill-\(till)-\(year)" }

    /// The name of the counter that numbers a till's credit notes of one financial year.
    static func creditNoteCounter(till: Int, year: Int) -> String { "cn-\(till)-\(year)" }

    private func bill(where condition: String, _ arguments: Arguments) throws -> Bill? {
        let sql = """
            SELECT id, number, invoice_number, reference, sold_at, cashier, subtotal, total,
                total_cost, change_given, customer_id, customer_number, customer_name,
                customer_phone, customer_email, line_discounts, bill_discount, round_off,
                tax_regime, profit_excl_tax, buyer_gstin, buyer_name, buyer_address, warning, (
                    SELECT deleted_at IS NOT NULL FROM customer WHERE customer.id = customer_id),
                credit_note_of
            FROM bill WHERE \(condition)
            """
        return try first(sql, arguments) { row in
            let id: Int64 = row[0]
            let time: String = row[4]
            guard let soldAt = CivilTime(iso: time) else {
                throw LedgerError.damaged(what: "bill \(row[1] as String) was sold at \(time)")
            }
            let customer = Self.customer(ofBill: row)
            let lines = try lines(ofBill: id)
            return Bill(
                number: row[1], invoiceNumber: row[2], reference: SaleReference(row[3]),
                lines: lines, subtotal: Money(minorUnits: row[6]),
                total: Money(minorUnits: row[7]), totalCost: Money(minorUnits: row[8]),
                payments: try payments(ofBill: id), change: Money(minorUnits: row[9]),
                customer: customer, cashier: row[5], soldAt: soldAt,
                totals: Self.totals(ofBill: row, lines), regime: try Self.regime(ofBill: row),
                buyer: try Self.buyer(from: row, startingAt: 20),
                profitExcludingTax: (row[19] as Int64?).map(Money.init(minorUnits:)),
                warning: row[23],
                kind: (row[25] as String?).map(BillKind.creditNote(of:)) ?? .sale)
        }
    }

    private static func customer(ofBill row: StoredRow) -> BillCustomer? {
        guard let id: Int64 = row[10], let number: String = row[11], let name: String = row[12],
            let phone: String = row[13]
        else { return nil }
        return BillCustomer(
            id: CustomerID(id), number: number, name: name, phone: phone, email: row[14],
            isDeleted: row[24])
    }

    private func lines(ofBill id: Int64) throws -> [BillLine] {
        let parts = try all(
            """
            SELECT position, batch_id, label, quantity, cost, price, mrp, is_below_zero,
                returned_part
            FROM bill_line_batch WHERE bill_id = ? ORDER BY position, part
            """, [id],
            { row in
                (
                    row[0] as Int, Self.part(from: row, startingAt: 1),
                    (row[8] as Int64?).map(Int.init)
                )
            })
        let grouped = Dictionary(grouping: parts, by: \.0)
        return try all(
            """
            SELECT position, product_id, barcode, name, unit, hsn, gst_rate, is_taxed_on_mrp,
                amount, discount, bill_discount, taxable, cgst, sgst, returned_line, cost
            FROM bill_line WHERE bill_id = ? ORDER BY position
            """, [id],
            { row in
                let own = grouped[row[0]] ?? []
                // As Int64, which knows NULL: an Int would become optional without being nil.
                let origin = (row[14] as Int64?).map {
                    ReturnOrigin(line: Int($0), parts: own.compactMap(\.2))
                }
                return BillLine(
                    product: Product(
                        id: ProductID(row[1]), barcode: row[2], name: row[3],
                        unit: Product.Unit(row[4]), hsn: row[5],
                        rate: TaxRate(hundredths: row[6]), isTaxedOnMRP: row[7]),
                    parts: own.map(\.1), amounts: Self.amounts(ofLine: row),
                    cost: Money(minorUnits: row[15]), origin: origin)
            })
    }
}
