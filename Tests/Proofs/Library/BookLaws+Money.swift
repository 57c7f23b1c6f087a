// What holds of numbers, the chain, accounts and payments.
extension BookLaws {
    static let money = [
        Law(
            "each bill and each correction has its entry in the chain",
            """
            SELECT (SELECT count(*) FROM bill_chain WHERE kind = 'bill')
                <> (SELECT count(*) FROM bill)
                OR (SELECT count(*) FROM bill_chain WHERE kind = 'payment-correction')
                <> (SELECT count(*) FROM payment_correction)
            """),
        Law(
            "as many numbers were given as there are bills, and as many as there are credit notes",
            """
            SELECT (SELECT total(value) FROM counter WHERE name LIKE 'bill-%')
                <> (SELECT count(*) FROM bill WHERE credit_note_of IS NULL)
                OR (SELECT total(value) FROM counter WHERE name LIKE 'cn-%')
                <> (SELECT count(*) FROM bill WHERE credit_note_of IS NOT NULL)
            """),
        Law(
            "no reference was sold twice, and none is open and sold",
            """
            SELECT (SELECT count(*) - count(DISTINCT reference) FROM bill)
                + (SELECT count(*) FROM open_bill WHERE reference IN (SELECT reference FROM bill))
            """),
        Law(
            "what is on accounts is what was paid by credit, put right and paid back",
            """
            SELECT (SELECT total(amount) FROM khata_entry) <>
                (SELECT total(p.amount * iif(b.credit_note_of IS NULL, 1, -1))
                    FROM payment p JOIN bill b ON b.id = p.bill_id WHERE p.tender = 'credit')
                + (SELECT total(amount) FROM khata_entry WHERE kind = 'repayment')
                + (SELECT total(c.amount * ((c.to_tender = 'credit') - (c.from_tender = 'credit'))
                        * iif(b.credit_note_of IS NULL, 1, -1))
                    FROM payment_correction c JOIN bill b ON b.id = c.bill_id)
            """),
        Law(
            "nobody owes more than the shop's limit of ₹2,000",
            """
            SELECT count(*) FROM (SELECT sum(amount) AS owed FROM khata_entry
                GROUP BY customer_id) WHERE owed > 200000
            """),
        Law(
            "goods that pay for others do so on both documents, and for as much",
            """
            SELECT total(p.amount * iif(b.credit_note_of IS NULL, 1, -1)) <> 0
            FROM payment p JOIN bill b ON b.id = p.bill_id WHERE p.tender = 'exchange'
            """),
        Law(
            "a confirmed attempt is a payment once, on a bill or on one that is open",
            """
            SELECT count(*) FROM payment_attempt a WHERE state = 'confirmed' AND 1 < (
                SELECT count(*) FROM (SELECT attempt FROM payment UNION ALL
                    SELECT attempt FROM open_payment) WHERE attempt = a.tr)
            """),
        Law(
            "customers have the numbers that were given, each once",
            """
            SELECT (SELECT count(*) FROM customer)
                <> (SELECT total(value) FROM counter WHERE name LIKE 'customer%')
            """),
    ]
}
