package import Billing
import GRDB
import Storage

extension Books {
    /// Writes a paid bill: number, bill, lines, movements, stock and, if asked, its print job.
    ///
    /// Everything is in this transaction, the bill's entry in the chain too. Throws when a batch holds less than the settlement
    /// takes, which the till has ruled out before.
    package func save(
        _ settlement: Settlement, series: BillSeries, cashier: String, at milliseconds: Int64
    ) throws -> Bill {
        let bill = settlement.bill(
            number: try nextNumber(series, on: settlement.soldAt.date), cashier: cashier)
        try insertHead(of: bill, at: milliseconds)
        let id = database.lastInsertedRowID
        for (position, line) in bill.lines.enumerated() {
            try insert(line, at: position, of: id, milliseconds)
        }
        for (position, payment) in bill.payments.enumerated() {
            try run(
                "INSERT INTO payment (bill_id, position, tender, amount) VALUES (?, ?, ?, ?)",
                [id, position, payment.tender.rawValue, payment.amount.minorUnits])
        }
        try chain(.bill, id)
        return bill
    }

    private func nextNumber(_ series: BillSeries, on day: CivilDate) throws -> String {
        let year = BillNumber.financialYear(of: day, startingIn: series.yearStartMonth)
        let counter = Self.billCounter(till: series.till, year: year)
        let sequence = try increment(counter)
        guard sequence <= BillNumber.lastSequence else {
            throw LedgerError.seriesFull(till: series.till)
        }
        return BillNumber(financialYear: year, till: series.till, sequence: sequence).text
    }

    private func insertHead(of bill: Bill, at milliseconds: Int64) throws {
        try run(
            """
            INSERT INTO bill
                (number, invoice_number, reference, sold_at, created_at, cashier, subtotal, total,
                 total_cost, profit, change_given, payment_method, customer_id, customer_number,
                 customer_name, customer_phone, customer_email)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                bill.number, bill.invoiceNumber, bill.reference.raw, bill.soldAt.iso, milliseconds,
                bill.cashier, bill.subtotal.minorUnits, bill.total.minorUnits,
                bill.totalCost.minorUnits, bill.profit.minorUnits, bill.change.minorUnits,
                bill.paymentMethod, bill.customer?.id.raw, bill.customer?.number,
                bill.customer?.name, bill.customer?.phone, bill.customer?.email,
            ])
    }

    private func insert(
        _ line: BillLine, at position: Int, of bill: Int64, _ milliseconds: Int64
    ) throws {
        let product = line.product
        try run(
            """
            INSERT INTO bill_line
                (bill_id, position, product_id, barcode, name, unit, quantity, amount, cost)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                bill, position, product.id.raw, product.barcode, product.name, product.unit.symbol,
                line.quantity.thousandths, line.amount.minorUnits, line.totalCost.minorUnits,
            ])
        for (index, part) in line.parts.enumerated() {
            try run(
                """
                INSERT INTO bill_line_batch
                    (bill_id, position, part, batch_id, label, quantity, cost, price, mrp)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    bill, position, index, part.batch.raw, part.label, part.quantity.thousandths,
                    part.cost.minorUnits, part.price.minorUnits, part.mrp?.minorUnits,
                ])
            try deduct(part, of: product.id, for: bill, milliseconds)
        }
    }

    private func deduct(
        _ part: LinePart, of product: ProductID, for bill: Int64, _ milliseconds: Int64
    ) throws {
        let taken = part.quantity.thousandths
        try runOnOneRow(
            "UPDATE batch SET quantity = quantity - ? WHERE id = ? AND quantity >= ?",
            [taken, part.batch.raw, taken],
            orElse: "batch \(part.label) holds less than is being sold")
        try run(
            """
            INSERT INTO stock_movement (type, product_id, batch_id, quantity, bill_id, created_at)
            VALUES ('sale', ?, ?, ?, ?, ?)
            """, [product.raw, part.batch.raw, -taken, bill, milliseconds])
    }
}

/// The series of numbers a till gives its bills.
package struct BillSeries: Hashable, Sendable {
    /// The till, 1 to 99.
    package let till: Int
    /// The month in which the financial year starts.
    package let yearStartMonth: Int

    /// Gathers a series.
    package init(till: Int, yearStartMonth: Int) {
        self.till = till
        self.yearStartMonth = yearStartMonth
    }
}
