// What holds of each closed bill by itself.
extension BookLaws {
    static let bills = [
        Law(
            "a bill's subtotal is the sum of its lines",
            """
            SELECT count(*) FROM bill b WHERE id > ?1 AND subtotal
                IS NOT (SELECT sum(amount) FROM bill_line WHERE bill_id = b.id)
            """),
        Law(
            "a bill's cost is the sum of its lines' costs",
            """
            SELECT count(*) FROM bill b WHERE id > ?1 AND total_cost
                IS NOT (SELECT sum(cost) FROM bill_line WHERE bill_id = b.id)
            """),
        Law(
            "a line's quantity is the sum of its parts",
            """
            SELECT count(*) FROM bill_line l WHERE bill_id > ?1 AND quantity IS NOT (
                SELECT sum(quantity) FROM bill_line_batch
                WHERE bill_id = l.bill_id AND position = l.position)
            """),
        Law(
            "what was paid less the change is the total",
            """
            SELECT count(*) FROM bill b WHERE id > ?1 AND total
                <> (SELECT total(amount) FROM payment WHERE bill_id = b.id) - change_given
            """),
        Law(
            "a sold line's amount is the sum of its prices, each times its quantity, rounded once",
            """
            SELECT count(*) FROM bill_line l WHERE bill_id > ?1 AND returned_line IS NULL
                AND amount IS NOT (SELECT sum(paid) FROM (
                    SELECT (sum(quantity) * price + 500) / 1000 AS paid FROM bill_line_batch
                    WHERE bill_id = l.bill_id AND position = l.position GROUP BY price))
            """),
        Law(
            "profit is what was paid less what it cost",
            "SELECT count(*) FROM bill WHERE id > ?1 AND profit <> total - total_cost"),
        Law(
            "a bill's total is its subtotal less the discounts, rounded",
            """
            SELECT count(*) FROM bill WHERE id > ?1 AND total <> subtotal
                - ifnull(line_discounts, 0) - ifnull(bill_discount, 0) + ifnull(round_off, 0)
            """),
        Law(
            "a bill's discounts are the sums of its lines' shares, to the paisa",
            """
            SELECT count(*) FROM bill b WHERE id > ?1 AND (ifnull(line_discounts, 0)
                <> (SELECT total(discount) FROM bill_line WHERE bill_id = b.id)
                OR ifnull(bill_discount, 0)
                <> (SELECT total(bill_discount) FROM bill_line WHERE bill_id = b.id))
            """),
        Law(
            "no part of a bill came back more than it was sold",
            """
            SELECT count(*) FROM (
                SELECT p.quantity AS sold, sum(r.quantity) AS back
                FROM bill n JOIN bill s ON s.number = n.credit_note_of
                JOIN bill_line l ON l.bill_id = n.id
                JOIN bill_line_batch r ON r.bill_id = n.id AND r.position = l.position
                LEFT JOIN bill_line_batch p ON p.bill_id = s.id
                    AND p.position = l.returned_line AND p.part = r.returned_part
                WHERE n.credit_note_of IS NOT NULL
                GROUP BY s.id, l.returned_line, r.returned_part)
            WHERE sold IS NULL OR back > sold
            """),
        Law(
            "no more is given back of a bill than was paid, and never less than nothing",
            """
            SELECT count(*) FROM (
                SELECT s.total AS paid, sum(n.total) AS back, min(n.total) AS least
                FROM bill n JOIN bill s ON s.number = n.credit_note_of
                WHERE n.credit_note_of IS NOT NULL GROUP BY s.id)
            WHERE back > paid OR least < 0
            """),
        Law(
            "what came back whole came back in every paisa: price, discounts, cost, taxes, rounding",
            """
            SELECT count(*) FROM (
                SELECT s.subtotal - sum(n.subtotal) AS a, s.total - sum(n.total) AS b,
                    s.total_cost - sum(n.total_cost) AS c,
                    ifnull(s.line_discounts, 0) - total(n.line_discounts) AS d,
                    ifnull(s.bill_discount, 0) - total(n.bill_discount) AS e,
                    (SELECT total(cgst + taxable) FROM bill_line WHERE bill_id = s.id)
                        - (SELECT total(l.cgst + l.taxable) FROM bill_line l JOIN bill m
                            ON m.id = l.bill_id WHERE m.credit_note_of = s.number) AS f,
                    (SELECT sum(quantity) FROM bill_line WHERE bill_id = s.id)
                        - (SELECT sum(l.quantity) FROM bill_line l JOIN bill m
                            ON m.id = l.bill_id WHERE m.credit_note_of = s.number) AS left
                FROM bill n JOIN bill s ON s.number = n.credit_note_of
                WHERE n.credit_note_of IS NOT NULL GROUP BY s.id)
            WHERE left = 0 AND (a <> 0 OR b <> 0 OR c <> 0 OR d <> 0 OR e <> 0 OR f <> 0)
            """),
    ]
}
