// What holds of the cash in a drawer, at a till that has one.
extension BookLaws {
    static let drawer = [
        Law(
            "each movement of cash is in the audit, and opened the drawer",
            """
            SELECT (SELECT count(*) FROM audit WHERE event IN ('payin', 'payout'))
                <> (SELECT count(*) FROM cash_movement)
                OR EXISTS (
                    SELECT 1 FROM (SELECT kind, amount, reason, moved_at, count(*) AS moves
                        FROM cash_movement GROUP BY kind, amount, reason, moved_at) m
                    WHERE moves <> (SELECT count(*) FROM audit WHERE event = m.kind
                            AND amount = m.amount AND reason = m.reason
                            AND happened_at = m.moved_at)
                        OR moves <> (SELECT count(*) FROM audit WHERE event = 'drawer-opened'
                            AND amount = m.amount AND reason = m.kind || ': ' || m.reason
                            AND happened_at = m.moved_at))
            """),
        Law(
            "cash that changed hands for a bill opened the drawer, for as much",
            """
            SELECT count(*) FROM bill b WHERE id > ?1 AND (
                SELECT total(amount) FROM payment WHERE bill_id = b.id AND tender = 'cash')
                <> (SELECT total(iif(reason = 'cash given back', -amount, amount)) FROM audit
                    WHERE event = 'drawer-opened' AND (subject = b.number
                        OR subject = b.reference
                        AND reason IN ('cash in part', 'cash given back')))
            """),
    ]
}
