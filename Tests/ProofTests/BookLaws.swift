import ShopFixtures

/// What holds in the books of any shop at any moment, as queries that answer 0.
enum BookLaws {
    /// The name of each law and how often it is broken.
    static let laws: [(name: String, query: String)] = [
        (
            "a bill's subtotal is the sum of its lines",
            """
            SELECT count(*) FROM bill b WHERE subtotal
                IS NOT (SELECT sum(amount) FROM bill_line WHERE bill_id = b.id)
            """
        ),
        (
            "a bill's cost is the sum of its lines' costs",
            """
            SELECT count(*) FROM bill b WHERE total_cost
                IS NOT (SELECT sum(cost) FROM bill_line WHERE bill_id = b.id)
            """
        ),
        (
            "a line's quantity is the sum of its parts",
            """
            SELECT count(*) FROM bill_line l WHERE quantity IS NOT (SELECT sum(quantity)
                FROM bill_line_batch WHERE bill_id = l.bill_id AND position = l.position)
            """
        ),
        (
            "what was paid less the change is the total",
            """
            SELECT count(*) FROM bill b WHERE total
                IS NOT (SELECT sum(amount) FROM payment WHERE bill_id = b.id) - change_given
            """
        ),
        (
            "a batch holds the sum of its movements",
            """
            SELECT count(*) FROM batch b WHERE quantity
                <> (SELECT total(quantity) FROM stock_movement WHERE batch_id = b.id)
            """
        ),
        (
            "each part of a bill moved its stock",
            """
            SELECT (SELECT total(quantity) FROM bill_line_batch WHERE batch_id > 0)
                + (SELECT total(quantity) FROM stock_movement WHERE bill_id IS NOT NULL)
            """
        ),
        (
            "each bill has its entry in the chain",
            "SELECT (SELECT count(*) FROM bill_chain WHERE kind = 'bill') - (SELECT count(*) FROM bill)"
        ),
        (
            "as many numbers were given as there are bills",
            """
            SELECT (SELECT total(value) FROM counter WHERE name LIKE 'bill-%')
                - (SELECT count(*) FROM bill)
            """
        ),
        (
            "no reference was sold twice, and none is open and sold",
            """
            SELECT (SELECT count(*) - count(DISTINCT reference) FROM bill)
                + (SELECT count(*) FROM open_bill WHERE reference IN (SELECT reference FROM bill))
            """
        ),
        (
            "a till has one bill on its screen",
            "SELECT count(*) - count(DISTINCT till) FROM open_bill WHERE held_number IS NULL"
        ),
        (
            "no open line is without parts",
            """
            SELECT count(*) FROM open_bill_line l WHERE NOT EXISTS (SELECT 1 FROM open_bill_part
                WHERE reference = l.reference AND position = l.position)
            """
        ),
        (
            // From movements and batches alone, without what the bill says of its parts; each part
            // is rounded by itself, half up.
            "a bill's cost is what its movements took from the batches, at their cost",
            """
            SELECT count(*) FROM bill b WHERE total_cost IS NOT (
                SELECT coalesce(sum((-m.quantity * c.cost + 500) / 1000), 0)
                FROM stock_movement m JOIN batch c ON c.id = m.batch_id WHERE m.bill_id = b.id)
            """
        ),
        (
            "a line's amount is the sum of its prices, each times its quantity, rounded once a price",
            """
            SELECT count(*) FROM bill_line l WHERE amount IS NOT (
                SELECT sum(paid) FROM (
                    SELECT (sum(quantity) * price + 500) / 1000 AS paid FROM bill_line_batch
                    WHERE bill_id = l.bill_id AND position = l.position GROUP BY price))
            """
        ),
        (
            "no batch is below zero but those that are flagged",
            "SELECT count(*) FROM batch WHERE quantity < 0 AND is_below_zero = 0"
        ),
        (
            "profit is what was paid less what it cost",
            "SELECT count(*) FROM bill WHERE profit <> total - total_cost"
        ),
        (
            "a bill's total is its subtotal less the discounts, rounded",
            """
            SELECT count(*) FROM bill WHERE total <> subtotal - ifnull(line_discounts, 0)
                - ifnull(bill_discount, 0) + ifnull(round_off, 0)
            """
        ),
        (
            "a bill's discounts are the sums of its lines' shares, to the paisa",
            """
            SELECT count(*) FROM bill b WHERE ifnull(line_discounts, 0)
                <> (SELECT total(discount) FROM bill_line WHERE bill_id = b.id)
                OR ifnull(bill_discount, 0)
                <> (SELECT total(bill_discount) FROM bill_line WHERE bill_id = b.id)
            """
        ),
        (
            // CGST = SGST = gross · r / (2 · (100 + r)), half up; the taxable value is the rest.
            "a line's taxes are the formula's, and with the taxable value what was paid",
            """
            SELECT count(*) FROM (
                SELECT cgst, sgst, taxable, gst_rate AS rate,
                    amount - ifnull(discount, 0) - ifnull(bill_discount, 0) AS paid
                FROM bill_line WHERE gst_rate IS NOT NULL AND is_taxed_on_mrp IS NULL)
            WHERE cgst <> sgst OR taxable <> paid - cgst - sgst
                OR cgst <> (paid * rate + 10000 + rate) / (2 * (10000 + rate))
            """
        ),
    ]

    /// The state of a shop in a few numbers: bills, money, open and parked bills, customers.
    static let signature = [
        "SELECT count(*) FROM bill",
        "SELECT total(total) FROM bill",
        "SELECT count(*) * 100 + count(held_number) FROM open_bill",
        "SELECT total(quantity * (7 * position + part + 1)) FROM open_bill_part",
        "SELECT total(price * (7 * position + part + 1)) FROM open_bill_part",
        "SELECT count(*) FROM customer",
        "SELECT total(quantity * (7 * id)) FROM batch",
    ]

    /// The laws that books break, by name; empty when they are as they should be.
    static func broken(answers: ArraySlice<Int64>) -> [String] {
        zip(laws, answers).filter { $0.1 != 0 }.map(\.0.name)
    }
}
