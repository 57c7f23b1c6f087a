package import Billing
import GRDB
import Storage

extension Books {
    /// The bill that a till had open when its process ended, as it was on the screen.
    ///
    /// It goes on under the terms that hold in the shop now.
    package func openBill(till: Int, terms: BillTerms = .plain) throws -> OpenBill? {
        let reference = try first(
            "SELECT reference FROM open_bill WHERE till = ? AND held_number IS NULL",
            [till], { row -> String in row[0] })
        return try reference.map { try openBill(reference: $0, terms: terms) }
    }

    /// The bill of a row of `open_bill`, on the screen or parked.
    func openBill(reference: String, terms: BillTerms) throws -> OpenBill {
        let lines = try openLines(reference)
        let payments = try openPayments(of: reference)
        let attempt = try openAttempt(of: reference)
        let returning = try openReturn(of: reference)
        let bill = try first(
            """
            SELECT customer_id, discount_amount, discount_percent, buyer_gstin, buyer_name,
                buyer_address, warning
            FROM open_bill WHERE reference = ?
            """, [reference],
            { row in
                OpenBill(
                    reference: SaleReference(reference), terms: terms, lines: lines,
                    customer: try (row[0] as Int64?).flatMap(customer(id:)),
                    discount: Self.discount(from: row, startingAt: 1),
                    buyer: try Self.buyer(from: row, startingAt: 3),
                    payments: payments, attempt: attempt, warning: row[6],
                    returning: returning)
            })
        guard let bill else { throw LedgerError.damaged(what: "open bill \(reference) is gone") }
        return bill
    }

    private func openLines(_ reference: String) throws -> [CartLine] {
        let parts = try openParts(reference)
        return try all(
            """
            SELECT l.position, p.id, l.barcode, coalesce(l.item_name, p.name), p.unit, p.hsn,
                coalesce(l.gst_rate, p.gst_rate), p.is_taxed_on_mrp, l.is_price_edited,
                l.is_batch_picked, l.discount_amount, l.discount_percent
            FROM open_bill_line l JOIN product p ON p.id = l.product_id
            WHERE l.reference = ? ORDER BY l.position
            """, [reference],
            { row -> CartLine in
                let product = Product(
                    id: ProductID(row[1]), barcode: row[2], name: row[3],
                    unit: Product.Unit(row[4]), hsn: row[5],
                    rate: TaxRate(hundredths: row[6]), isTaxedOnMRP: row[7])
                guard let own = parts[row[0]] else {
                    throw LedgerError.damaged(what: "an open line of \(product.name) is empty")
                }
                return CartLine(
                    product: product, parts: own, isPriceEdited: row[8], isBatchPicked: row[9],
                    discount: Self.discount(from: row, startingAt: 10))
            })
    }

    /// Writes what changed between two states of a till's open bill; nil is no bill.
    package func saveOpenBill(
        from old: OpenBill?, to new: OpenBill?, till: Int, at milliseconds: Int64
    ) throws {
        if let old, old.reference != new?.reference {
            try run("DELETE FROM open_bill WHERE reference = ?", [old.reference.raw])
        }
        guard let new else { return }
        let known = old?.reference == new.reference ? old : nil
        try saveHead(from: known, to: new, till: till, at: milliseconds)
        try saveTerms(from: known, to: new)
        try saveOpenReturn(
            from: known?.returning, to: new.returning, of: new.reference.raw)
        try saveOpenPayments(
            from: known?.payments ?? [], to: new.payments, of: new.reference.raw)
        try saveLines(from: known?.lines ?? [], to: new)
    }

    private func saveHead(
        from old: OpenBill?, to new: OpenBill, till: Int, at milliseconds: Int64
    ) throws {
        if old == nil {
            try run(
                """
                INSERT INTO open_bill (reference, till, customer_id, warning, opened_at)
                VALUES (?, ?, ?, ?, ?)
                """,
                [new.reference.raw, till, new.customer?.id.raw, new.warning, milliseconds])
        } else if old?.customer?.id != new.customer?.id || old?.warning != new.warning {
            try run(
                "UPDATE open_bill SET customer_id = ?, warning = ? WHERE reference = ?",
                [new.customer?.id.raw, new.warning, new.reference.raw])
        }
    }

    private func saveTerms(from old: OpenBill?, to new: OpenBill) throws {
        guard old?.discount != new.discount || old?.buyer != new.buyer else { return }
        try runOnOneRow(
            """
            UPDATE open_bill SET discount_amount = ?, discount_percent = ?, buyer_gstin = ?,
                buyer_name = ?, buyer_address = ?
            WHERE reference = ?
            """,
            [
                new.discount?.storedAmount, new.discount?.storedPercent, new.buyer?.gstin?.text,
                new.buyer?.name, new.buyer?.address, new.reference.raw,
            ], orElse: "the open bill is gone")
    }

    private func saveLines(from old: [CartLine], to bill: OpenBill) throws {
        let reference = bill.reference.raw
        for position in bill.lines.indices {
            let line = bill.lines[position]
            if position < old.count {
                guard old[position] != line else { continue }
                try deleteLine(position, of: reference)
            }
            try insert(line, at: position, of: reference)
        }
        for position in bill.lines.count..<max(bill.lines.count, old.count) {
            try deleteLine(position, of: reference)
        }
    }

    private func deleteLine(_ position: Int, of reference: String) throws {
        try runOnOneRow(
            "DELETE FROM open_bill_line WHERE reference = ? AND position = ?",
            [reference, position], orElse: "line \(position + 1) of the open bill is gone")
    }

    private func insert(_ line: CartLine, at position: Int, of reference: String) throws {
        try run(
            """
            INSERT INTO open_bill_line
                (reference, position, product_id, barcode, is_price_edited, is_batch_picked,
                 discount_amount, discount_percent, item_name, gst_rate)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                reference, position, line.product.id.raw, line.product.barcode,
                line.isPriceEdited, line.isBatchPicked, line.discount?.storedAmount,
                line.discount?.storedPercent, line.isOpenItem ? line.product.name : nil,
                line.product.rate.hundredths,
            ])
        for (index, part) in line.parts.enumerated() {
            try run(
                """
                INSERT INTO open_bill_part
                    (reference, position, part, batch_id, quantity, cost, price, mrp)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    reference, position, index, part.batch.raw, part.quantity.thousandths,
                    part.cost.minorUnits, part.price.minorUnits, part.mrp?.minorUnits,
                ])
        }
    }

    private func openParts(_ reference: String) throws -> [Int: [LinePart]] {
        let rows = try all(
            """
            SELECT o.position, o.batch_id, b.label, o.quantity, o.cost, o.price, o.mrp,
                b.is_below_zero
            FROM open_bill_part o JOIN batch b ON b.id = o.batch_id
            WHERE o.reference = ? ORDER BY o.position, o.part
            """, [reference], { row in (row[0] as Int, Self.part(from: row, startingAt: 1)) })
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    /// A part from seven columns: batch, label, quantity, cost, price, MRP, below zero or not.
    static func part(from row: StoredRow, startingAt column: Int) -> LinePart {
        LinePart(
            batch: BatchID(row[column]), label: row[column + 1],
            quantity: Quantity(thousandths: row[column + 2]),
            cost: Money(minorUnits: row[column + 3]), price: Money(minorUnits: row[column + 4]),
            mrp: (row[column + 5] as Int64?).map(Money.init(minorUnits:)),
            isBelowZero: row[column + 6])
    }
}
