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
        Law(
            "Z reports are numbered from 1 without a gap",
            "SELECT ifnull(max(z_number), 0) <> count(z_number) FROM shift"),
        Law(
            "what a Z report says was sold was paid by the means that it names",
            """
            SELECT count(*) FROM shift s WHERE z_number IS NOT NULL
                AND report ->> '$.figures.sales' - report ->> '$.figures.returns' <> (
                    SELECT total(value ->> '$.taken' - value ->> '$.givenBack')
                    FROM json_each(s.report, '$.figures.tenders'))
            """),
        Law(
            "Z reports, with what was sold outside shifts, have every bill and its money once",
            """
            SELECT (SELECT total(report ->> '$.figures.sales' + report ->> '$.outside.sales'
                    - report ->> '$.figures.returns' - report ->> '$.outside.returns')
                    FROM shift WHERE z_number IS NOT NULL)
                <> (SELECT total(b.total * iif(credit_note_of IS NULL, 1, -1)) FROM bill b
                    WHERE id > (SELECT min(after_bill) FROM shift)
                        AND id <= (SELECT max(upto_bill) FROM shift))
            """),
        Law(
            "the cash of a Z report is that of its bills, corrections, repayments and movements",
            """
            SELECT count(*) FROM shift s WHERE z_number IS NOT NULL AND (
                SELECT total(value ->> '$.net') FROM (
                    SELECT json_object('net', value ->> '$.taken' - value ->> '$.givenBack'
                        + value ->> '$.corrected' + value ->> '$.repaid') AS value
                    FROM json_each(s.report, '$.figures.tenders')
                    WHERE value ->> '$.tender' = 'cash'))
                + report ->> '$.figures.payIns' - report ->> '$.figures.payOuts'
                <> (SELECT total(iif(b.credit_note_of IS NULL, p.amount, -p.amount))
                    FROM payment p JOIN bill b ON b.id = p.bill_id
                    WHERE p.tender = 'cash' AND b.id > after_bill AND b.id <= upto_bill)
                - (SELECT total(change_given) FROM bill
                    WHERE id > after_bill AND id <= upto_bill)
                + (SELECT total(CASE 'cash' WHEN c.to_tender THEN c.amount
                        WHEN c.from_tender THEN -c.amount ELSE 0 END
                        * iif(b.credit_note_of IS NULL, 1, -1))
                    FROM payment_correction c JOIN bill b ON b.id = c.bill_id
                    WHERE c.id > after_correction AND c.id <= upto_correction)
                - (SELECT total(amount) FROM khata_entry WHERE kind = 'repayment'
                    AND tender = 'cash' AND id > after_khata AND id <= upto_khata)
                + (SELECT total(iif(kind = 'payin', amount, -amount)) FROM cash_movement
                    WHERE id > after_cash AND id <= upto_cash)
            """),
    ]
}
