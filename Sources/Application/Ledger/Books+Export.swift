package import Billing
import GRDB
import Storage

/// A closed bill or credit note in an export.
package struct ExportedBill: Hashable, Sendable {
    /// Its row, by which the next page goes on.
    package let id: Int64
    /// Its numbers and texts: number, legal number, time, the bill it gives back, cashier, means,
    /// customer's number, name and phone.
    package let texts: [String?]
    /// Its amounts: subtotal, discounts of lines and bill, rounding, total, cost, profit, tax.
    package let amounts: [Money]
}

/// A batch that holds something, in an export or a list.
package struct StockRow: Hashable, Sendable {
    /// Its row, by which the next page goes on.
    package let id: Int64
    /// The product's name, unit and shelf.
    package let (name, unit, category): (String, String, String?)
    /// A code of the product; nil where it has none.
    package let code: String?
    /// The batch's label, the day it came and its last day.
    package let (label, receivedAt, expiresOn): (String, String, String?)
    /// What is left of it.
    package let quantity: Quantity
    /// What one unit cost and sells for, and what is printed on the pack.
    package let (cost, price, mrp): (Money, Money, Money?)
    /// Whether it was taken off sale.
    package let isBlocked: Bool
}

/// A product of which little can be sold.
package struct LowStock: Hashable, Sendable {
    /// Its name and unit.
    package let (name, unit): (String, String)
    /// A code of it; nil where it has none.
    package let code: String?
    /// What of it can be sold.
    package let quantity: Quantity
}

extension Books {
    /// Up to `limit` documents behind a row, from some days, in the order of their closing.
    package func exportedBills(
        after id: Int64, from: CivilDate?, upTo last: CivilDate?, limit: Int
    ) throws -> [ExportedBill] {
        try all(
            """
            SELECT id, number, invoice_number, sold_at, credit_note_of, cashier, payment_method,
                customer_number, customer_name, customer_phone, subtotal,
                ifnull(line_discounts, 0), ifnull(bill_discount, 0), ifnull(round_off, 0), total,
                total_cost, profit,
                ifnull((SELECT sum(cgst + sgst) FROM bill_line WHERE bill_id = bill.id), 0)
            FROM bill WHERE id > ?1 AND sold_at >= ?2 AND sold_at < ?3 ORDER BY id LIMIT ?4
            """, [id, from?.iso ?? "", last.map { $0.iso + "~" } ?? "~", limit],
            { row in
                ExportedBill(
                    id: row[0], texts: (1...9).map { row[$0] },
                    amounts: (10...17).map { Money(minorUnits: row[$0]) })
            })
    }

    /// Up to `limit` batches behind a row that hold something, in the order of their coming.
    package func stockRows(after id: Int64, limit: Int) throws -> [StockRow] {
        try all(
            """
            SELECT b.id, p.name, p.unit, p.category,
                (SELECT shown FROM product_code WHERE product_id = p.id
                    ORDER BY pieces IS NOT NULL, code LIMIT 1),
                b.label, b.received_at, b.expires_on, b.quantity, b.cost, b.price, b.mrp,
                b.is_blocked
            FROM batch b JOIN product p ON p.id = b.product_id
            WHERE b.id > ?1 AND b.quantity <> 0 ORDER BY b.id LIMIT ?2
            """, [id, limit],
            { row in
                StockRow(
                    id: row[0], name: row[1], unit: row[2], category: row[3], code: row[4],
                    label: row[5], receivedAt: row[6], expiresOn: row[7],
                    quantity: Quantity(thousandths: row[8]), cost: Money(minorUnits: row[9]),
                    price: Money(minorUnits: row[10]),
                    mrp: (row[11] as Int64?).map(Money.init(minorUnits:)), isBlocked: row[12])
            })
    }

    /// Products of which at most so much can be sold on a day, the least first.
    package func lowStock(atMost limit: Quantity, on day: CivilDate) throws -> [LowStock] {
        try all(
            """
            SELECT p.name, p.unit, (SELECT shown FROM product_code WHERE product_id = p.id
                    ORDER BY pieces IS NOT NULL, code LIMIT 1),
                ifnull((SELECT sum(quantity) FROM batch b WHERE b.product_id = p.id
                    AND is_blocked = 0 AND (expires_on IS NULL OR expires_on >= ?2)), 0) AS left
            FROM product p WHERE p.id > 0 AND left <= ?1 ORDER BY left, p.name
            """, [limit.thousandths, day.iso],
            { row in
                LowStock(
                    name: row[0], unit: row[1], code: row[2],
                    quantity: Quantity(thousandths: row[3]))
            })
    }

    /// What a customer owes; nothing for one without an account.
    package func owed(by customer: CustomerID) throws -> Money {
        let sum = try first(
            "SELECT ifnull(sum(amount), 0) FROM khata_entry WHERE customer_id = ?",
            [customer.raw], { row -> Int64 in row[0] })
        return Money(minorUnits: sum ?? 0)
    }
}
