package import Billing
import GRDB
import Storage

extension Books {
    /// Writes a paid bill: number, bill, lines, movements, stock and, if asked, its print job.
    ///
    /// Everything is in this transaction, the bill's entry in the chain too. Throws when a batch
    /// holds less than the settlement takes, which the till has ruled out before. `number` is one
    /// that somebody else gave it; the till's own is then its legal number alone.
    package func save(
        _ settlement: Settlement, series: BillSeries, cashier: String, at milliseconds: Int64,
        number: String? = nil
    ) throws -> Bill {
        let own = try nextNumber(series, settlement.kind, on: settlement.soldAt.date)
        let bill = try withoutLostCustomer(settlement).bill(
            number: number ?? own, invoiceNumber: own, cashier: cashier)
        try insertHead(of: bill, at: milliseconds)
        let id = database.lastInsertedRowID
        for (position, line) in bill.lines.enumerated() {
            try insert(line, at: position, of: id, milliseconds)
            if line.isOpenItem { continue }
            for part in line.parts {
                switch bill.kind {
                case .sale: try deduct(part, of: line.product.id, for: id, milliseconds)
                case .creditNote:
                    try putBack(
                        part, of: line.product.id, for: id, on: bill.soldAt.date, milliseconds)
                }
            }
        }
        try insert(bill.payments, ofBill: id)
        try putOnAccount(bill, at: milliseconds)
        try chain(.bill, id)
        return bill
    }

    /// The settlement as it is, or without its customer where the books cannot find them.
    ///
    /// Trouble with customers never stops a sale; but what goes on their account needs them.
    private func withoutLostCustomer(_ settlement: Settlement) throws -> Settlement {
        guard let customer = settlement.customer,
            settlement.payments.total(of: .credit) == .zero
        else { return settlement }
        let found = try rescuing { try self.customer(id: customer.id.raw) != nil }
        if case .success(true) = found { return settlement }
        return settlement.withoutCustomer(
            warning: "customer \(customer.phone) could not be linked")
    }

    private func putOnAccount(_ bill: Bill, at milliseconds: Int64) throws {
        let sum = bill.payments.total(of: .credit)
        guard sum != .zero, let customer = bill.customer else { return }
        let (kind, amount): (KhataEntry.Kind, Money) =
            bill.kind == .sale ? (.sale, sum) : (.creditNote, .zero - sum)
        let entry = KhataEntry(
            kind: kind, amount: amount, billNumber: bill.number, tender: nil, at: bill.soldAt)
        try add(entry, of: customer, cashier: bill.cashier, at: milliseconds)
    }

    private func nextNumber(
        _ series: BillSeries, _ kind: BillKind, on day: CivilDate
    ) throws -> String {
        let year = BillNumber.financialYear(of: day, startingIn: series.yearStartMonth)
        let name = kind.citedBill == nil ? Self.billCounter : Self.creditNoteCounter
        let sequence = try increment(name(series.till, year))
        guard sequence <= BillNumber.lastSequence else {
            throw LedgerError.seriesFull(till: series.till)
        }
        let number = BillNumber(financialYear: year, till: series.till, sequence: sequence)
        return kind.citedBill == nil ? number.text : number.creditNoteText
    }

    private func insertHead(of bill: Bill, at milliseconds: Int64) throws {
        try run(
            """
            INSERT INTO bill
                (number, invoice_number, reference, sold_at, created_at, cashier, subtotal, total,
                 total_cost, profit, change_given, payment_method, customer_id, customer_number,
                 customer_name, customer_phone, customer_email, line_discounts, bill_discount,
                 round_off, tax_regime, profit_excl_tax, buyer_gstin, buyer_name, buyer_address,
                 warning, credit_note_of)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                bill.number, bill.invoiceNumber, bill.reference.raw, bill.soldAt.iso, milliseconds,
                bill.cashier, bill.subtotal.minorUnits, bill.total.minorUnits,
                bill.totalCost.minorUnits, bill.profit.minorUnits, bill.change.minorUnits,
                bill.paymentMethod, bill.customer?.id.raw, bill.customer?.number,
                bill.customer?.name, bill.customer?.phone, bill.customer?.email,
                bill.totals.lineDiscounts.stored, bill.totals.billDiscount.stored,
                bill.totals.roundOff.stored,
                bill.regime == .unregistered ? nil : bill.regime.rawValue,
                bill.profitExcludingTax?.minorUnits, bill.buyer?.gstin?.text, bill.buyer?.name,
                bill.buyer?.address,
                bill.warning, bill.kind.citedBill,
            ])
    }

    private func insert(
        _ line: BillLine, at position: Int, of bill: Int64, _ milliseconds: Int64
    ) throws {
        let product = line.product
        let tax = line.amounts.tax
        try run(
            """
            INSERT INTO bill_line
                (bill_id, position, product_id, barcode, name, unit, quantity, amount, cost,
                 discount, bill_discount, hsn, gst_rate, taxable, cgst, sgst, is_taxed_on_mrp,
                 returned_line)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                bill, position, product.id.raw, product.barcode, product.name, product.unit.symbol,
                line.quantity.thousandths, line.amounts.gross.minorUnits,
                line.totalCost.minorUnits, line.amounts.discount.stored,
                line.amounts.billDiscount.stored, product.hsn, tax?.rate.hundredths,
                tax?.taxable.minorUnits, tax?.cgst.minorUnits, tax?.sgst.minorUnits,
                product.isTaxedOnMRP ? 1 : nil, line.origin?.line,
            ])
        for (index, part) in line.parts.enumerated() {
            try run(
                """
                INSERT INTO bill_line_batch
                    (bill_id, position, part, batch_id, label, quantity, cost, price, mrp,
                     is_below_zero, returned_part)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    bill, position, index, part.batch.raw, part.label, part.quantity.thousandths,
                    part.cost.minorUnits, part.price.minorUnits, part.mrp?.minorUnits,
                    part.isBelowZero ? 1 : nil, line.origin?.parts[index],
                ])
        }
    }

    private func deduct(
        _ part: LinePart, of product: ProductID, for bill: Int64, _ milliseconds: Int64
    ) throws {
        let taken = part.quantity.thousandths
        try runOnOneRow(
            """
            UPDATE batch SET quantity = quantity - ?1
            WHERE id = ?2 AND (quantity >= ?1 OR is_below_zero = 1)
            """, [taken, part.batch.raw],
            orElse: "batch \(part.label) holds less than is being sold")
        try run(
            """
            INSERT INTO stock_movement
                (type, product_id, batch_id, quantity, bill_id, created_at, is_below_zero)
            VALUES ('sale', ?, ?, ?, ?, ?, ?)
            """,
            [
                product.raw, part.batch.raw, -taken, bill, milliseconds,
                part.isBelowZero ? 1 : nil,
            ])
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
