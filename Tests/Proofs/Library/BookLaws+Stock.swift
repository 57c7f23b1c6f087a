// What holds of goods: on shelves, in movements, on bills.
extension BookLaws {
    static let stock = [
        Law(
            "a batch holds the sum of its movements",
            """
            SELECT count(*) FROM batch b LEFT JOIN (
                SELECT batch_id, sum(quantity) AS moved FROM stock_movement GROUP BY batch_id) m
                ON m.batch_id = b.id
            WHERE b.quantity <> ifnull(m.moved, 0)
            """),
        Law(
            "each part of a bill moved its stock, out or back in",
            """
            SELECT count(*) FROM bill b LEFT JOIN (
                SELECT bill_id, sum(quantity) AS moved FROM stock_movement
                WHERE bill_id > ?1 GROUP BY bill_id) m ON m.bill_id = b.id
            WHERE b.id > ?1 AND ifnull(m.moved, 0)
                <> iif(credit_note_of IS NULL, -1, 1) * (SELECT total(quantity)
                    FROM bill_line_batch WHERE bill_id = b.id AND batch_id > 0)
            """),
        Law(
            // From movements and batches alone, without what the bill says of its parts; each part
            // is rounded by itself, half up.
            "a sold bill's cost is what its movements took from the batches, at their cost",
            """
            SELECT count(*) FROM bill b LEFT JOIN (
                SELECT bill_id, sum((-m.quantity * c.cost + 500) / 1000) AS cost
                FROM stock_movement m JOIN batch c ON c.id = m.batch_id
                WHERE bill_id > ?1 GROUP BY bill_id) m ON m.bill_id = b.id
            WHERE b.id > ?1 AND credit_note_of IS NULL AND total_cost <> ifnull(m.cost, 0)
            """),
        Law(
            // In exact thousandths of a paisa: a piece that comes back may round otherwise than the
            // whole did, by half a paisa a part and note.
            "the shop's profit is its takings less what its goods cost by their movements",
            """
            SELECT abs(thousandths) > 500 * parts FROM (
                SELECT total(iif(credit_note_of IS NULL, 1, -1) * (total - profit)) * 1000
                    + (SELECT total(m.quantity * c.cost) FROM stock_movement m
                        JOIN batch c ON c.id = m.batch_id WHERE m.bill_id IS NOT NULL)
                    AS thousandths,
                    (SELECT count(*) FROM bill_line_batch) AS parts
                FROM bill)
            """),
        Law(
            "no batch is below zero but those that are flagged, and they are never above",
            "SELECT count(*) FROM batch WHERE iif(is_below_zero, quantity > 0, quantity < 0)"),
        Law(
            "what a receipt made up for was moved from one batch to another of the same product",
            """
            SELECT count(*) FROM (SELECT product_id, sum(quantity) AS rest FROM stock_movement
                WHERE type = 'deficit' GROUP BY product_id) WHERE rest <> 0
            """),
        Law(
            "a sale is flagged as below zero where the batch it took from is, and nowhere else",
            """
            SELECT count(*) FROM stock_movement s JOIN batch d ON d.id = s.batch_id
            WHERE s.type = 'sale' AND d.is_below_zero <> (s.is_below_zero IS 1)
            """),
        Law(
            "what came back went to the batch it came from, at its cost and price",
            """
            SELECT count(*) FROM bill_line_batch r JOIN bill n ON n.id = r.bill_id
                JOIN bill_line l ON l.bill_id = r.bill_id AND l.position = r.position
                JOIN bill s ON s.number = n.credit_note_of
                JOIN bill_line_batch p ON p.bill_id = s.id
                    AND p.position = l.returned_line AND p.part = r.returned_part
            WHERE r.bill_id > ?1 AND (p.batch_id <> r.batch_id OR p.cost <> r.cost
                OR p.price <> r.price OR p.mrp IS NOT r.mrp)
            """),
        Law(
            "nothing of a batch was sold after its last day",
            """
            SELECT count(*) FROM stock_movement s JOIN batch c ON c.id = s.batch_id
                JOIN bill b ON b.id = s.bill_id
            WHERE b.id > ?1 AND s.type = 'sale' AND substr(b.sold_at, 1, 10) > c.expires_on
            """),
    ]
}
