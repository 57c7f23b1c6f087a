// What holds of bills that are open or parked.
extension BookLaws {
    static let open = [
        Law(
            "a till has one bill on its screen",
            "SELECT count(*) - count(DISTINCT till) FROM open_bill WHERE held_number IS NULL"),
        Law(
            "no open line is without parts",
            """
            SELECT count(*) FROM open_bill_line l WHERE NOT EXISTS (SELECT 1 FROM open_bill_part
                WHERE reference = l.reference AND position = l.position)
            """),
        Law(
            "an attempt that waits is one of an open bill",
            """
            SELECT count(*) FROM payment_attempt WHERE state = 'open'
                AND sale NOT IN (SELECT reference FROM open_bill)
            """),
    ]
}
