package import Billing
import GRDB
import Storage

/// What bills are added up by.
package enum SalesGrouping: String, CaseIterable, Sendable {
    /// The shop's days.
    case day
    /// Products, by the names on the bills.
    case product
    /// The shelves that products belong to.
    case category
    /// Who sold.
    case cashier
    /// How it was paid, as corrected since.
    case tender
    /// Rates of tax.
    case tax
}

/// A sum of bills less credit notes under one name.
package struct SalesSum: Hashable, Sendable {
    /// The day, product, shelf, person, means or rate; rates in hundredths of a percent.
    package let name: String
    /// In how many documents it is.
    package let documents: Int64
    /// How much of it was sold; nothing where goods are not what is added up.
    package let quantity: Quantity
    /// What was paid for it, after discounts, with the tax.
    package let sales: Money
    /// What it cost.
    package let cost: Money
    /// The tax in it.
    package let tax: Money

    init(_ row: StoredRow) {
        name = row[0]
        documents = row[1]
        quantity = Quantity(thousandths: row[2])
        sales = Money(minorUnits: row[3])
        cost = Money(minorUnits: row[4])
        tax = Money(minorUnits: row[5])
    }
}

extension Books {
    /// The bills of some days, less the credit notes, added up; the largest sum first, days in order.
    package func sales(
        by grouping: SalesGrouping, from: CivilDate, upTo last: CivilDate
    ) throws -> [SalesSum] {
        // Times of the day follow a blank, which stands before the tilde.
        try all(Self.salesSQL(grouping), [from.iso, last.iso + "~"], SalesSum.init)
    }

    private static let signed = """
        SELECT id, iif(credit_note_of IS NULL, 1, -1) AS sign, total, total_cost, cashier,
            substr(sold_at, 1, 10) AS day, change_given
        FROM bill WHERE sold_at >= ?1 AND sold_at < ?2
        """

    private static func salesSQL(_ grouping: SalesGrouping) -> String {
        switch grouping {
        case .day: ofBills(by: "day") + " ORDER BY 1"
        case .cashier: ofBills(by: "cashier") + " ORDER BY 4 DESC, 1"
        case .product: ofLines(by: "l.name") + " ORDER BY 4 DESC, 1"
        case .category: ofLines(by: "ifnull(p.category, '')") + " ORDER BY 4 DESC, 1"
        case .tax: ofLines(by: "ifnull(l.gst_rate, '')") + " ORDER BY 1"
        case .tender: ofPayments
        }
    }

    private static func ofBills(by name: String) -> String {
        """
        SELECT \(name), count(*), 0, sum(sign * total), sum(sign * total_cost),
            sum(sign * ifnull((SELECT sum(cgst + sgst) FROM bill_line WHERE bill_id = b.id), 0))
        FROM (\(signed)) b GROUP BY 1
        """
    }

    private static func ofLines(by name: String) -> String {
        """
        SELECT CAST(\(name) AS TEXT), count(DISTINCT b.id), sum(sign * l.quantity),
            sum(sign * (l.amount - ifnull(l.discount, 0) - ifnull(l.bill_discount, 0))),
            sum(sign * l.cost), sum(sign * ifnull(l.cgst + l.sgst, 0))
        FROM (\(signed)) b JOIN bill_line l ON l.bill_id = b.id JOIN product p ON p.id = l.product_id
        GROUP BY 1
        """
    }

    private static let ofPayments = """
        SELECT tender, count(DISTINCT id), 0, sum(amount), 0, 0 FROM (
            SELECT b.id, p.tender, sign * p.amount AS amount
                FROM (\(signed)) b JOIN payment p ON p.bill_id = b.id
            UNION ALL SELECT id, 'cash', -sign * change_given FROM (\(signed)) WHERE change_given > 0
            UNION ALL SELECT b.id, c.to_tender, sign * c.amount
                FROM (\(signed)) b JOIN payment_correction c ON c.bill_id = b.id
            UNION ALL SELECT b.id, c.from_tender, -sign * c.amount
                FROM (\(signed)) b JOIN payment_correction c ON c.bill_id = b.id)
        GROUP BY 1 ORDER BY 4 DESC, 1
        """
}
