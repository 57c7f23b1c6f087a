// What holds of the taxes of closed bills.
extension BookLaws {
    static let taxes = [
        Law(
            // CGST = SGST = gross · r / (2 · (100 + r)), half up; the taxable value is the rest.
            "a sold line's taxes are the formula's, and with the taxable value what was paid",
            """
            SELECT count(*) FROM (
                SELECT cgst, sgst, taxable, gst_rate AS rate,
                    amount - ifnull(discount, 0) - ifnull(bill_discount, 0) AS paid
                FROM bill_line WHERE bill_id > ?1 AND gst_rate IS NOT NULL
                    AND is_taxed_on_mrp IS NULL AND returned_line IS NULL)
            WHERE cgst <> sgst OR taxable <> paid - cgst - sgst
                OR cgst <> (paid * rate + 10000 + rate) / (2 * (10000 + rate))
            """),
        Law(
            "a returned line's two taxes are alike, and with the taxable value what it was worth",
            """
            SELECT count(*) FROM bill_line WHERE bill_id > ?1 AND returned_line IS NOT NULL
                AND gst_rate IS NOT NULL AND is_taxed_on_mrp IS NULL AND (cgst <> sgst
                OR amount - ifnull(discount, 0) - ifnull(bill_discount, 0)
                    <> taxable + cgst + sgst)
            """),
        Law(
            "a line that is taxed on its printed price has the formula's taxes of that",
            """
            SELECT count(*) FROM (
                SELECT cgst, sgst, taxable, gst_rate AS rate, (SELECT sum(row) FROM (
                    SELECT (sum(quantity) * ifnull(mrp, price) + 500) / 1000 AS row
                    FROM bill_line_batch WHERE bill_id = l.bill_id AND position = l.position
                    GROUP BY ifnull(mrp, price))) AS printed
                FROM bill_line l WHERE bill_id > ?1 AND gst_rate IS NOT NULL
                    AND is_taxed_on_mrp = 1 AND returned_line IS NULL)
            WHERE cgst <> sgst OR taxable <> printed - cgst - sgst
                OR cgst <> (printed * rate + 10000 + rate) / (2 * (10000 + rate))
            """),
        Law(
            // The list's rate, then the changes since the list's day, one day after the other, of
            // each day that which names the goods most closely. What was sold up to the day of the
            // list that is in the books now was sold by an earlier one.
            "a sold line has the rate that its goods have on the day of the payment",
            """
            WITH RECURSIVE rated (day, hsn, since, rate, charged) AS (
                SELECT substr(b.sold_at, 1, 10), p.hsn, ifnull(p.rate_since, ''), p.gst_rate,
                    l.gst_rate
                FROM bill b JOIN bill_line l ON l.bill_id = b.id
                    JOIN product p ON p.id = l.product_id
                WHERE b.id > ?1 AND l.gst_rate IS NOT NULL AND l.product_id > 0
                    AND b.credit_note_of IS NULL
                    AND substr(b.sold_at, 1, 10) > ifnull(p.rate_since, '')
                UNION ALL
                SELECT r.day, r.hsn, s.starts_on, ifnull((
                        SELECT new_rate FROM rate_change c WHERE starts_on = s.starts_on
                            AND (old_rate IS NULL OR old_rate = r.rate)
                            AND (c.hsn IS NULL OR substr(r.hsn, 1, length(c.hsn)) = c.hsn)
                        ORDER BY ifnull(length(c.hsn), 0) DESC, old_rate IS NULL LIMIT 1), r.rate),
                    r.charged
                FROM rated r JOIN (SELECT DISTINCT starts_on FROM rate_change) s
                    ON s.starts_on = (SELECT min(starts_on) FROM rate_change
                        WHERE starts_on > r.since AND starts_on <= r.day))
            SELECT count(*) FROM rated r WHERE charged <> rate AND NOT EXISTS (
                SELECT 1 FROM rate_change WHERE starts_on > r.since AND starts_on <= r.day)
            """),
        Law(
            "goods come back at the rate they were sold at, on the same price",
            """
            SELECT count(*) FROM bill_line l JOIN bill n ON n.id = l.bill_id
                JOIN bill s ON s.number = n.credit_note_of
                JOIN bill_line p ON p.bill_id = s.id AND p.position = l.returned_line
            WHERE l.bill_id > ?1 AND (l.gst_rate IS NOT p.gst_rate OR l.hsn IS NOT p.hsn
                OR l.is_taxed_on_mrp IS NOT p.is_taxed_on_mrp)
            """),
    ]
}
