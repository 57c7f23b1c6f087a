/// What holds in the books of any shop at any moment, as queries that answer 0.
///
/// The number `?1` is that of a bill: only those after it are looked at, because closed bills never
/// change, which the chain proves; 0 looks at all of them. A credit note is a bill too: its goods
/// come back, and its amounts are owed to the customer.
package enum BookLaws {
    /// A law: its name, and a query that tells how often it is broken.
    package struct Law: Sendable {
        /// What it says.
        package let name: String
        /// How often it is broken, in one number.
        package let query: String

        init(_ name: String, _ query: String) {
            self.name = name
            self.query = query
        }
    }

    /// All of them.
    package static let laws = bills + taxes + stock + money + drawer + open

    /// The queries of all laws, for books that nobody has open.
    package static let queries = laws.map { $0.query.replacing("?1", with: "0") }

    /// The state of a shop in a few numbers: bills, money, open and parked bills, customers.
    package static let signature = [
        "SELECT count(*) FROM bill",
        "SELECT total(total) FROM bill",
        "SELECT count(*) * 100 + count(held_number) FROM open_bill",
        "SELECT total(quantity * (7 * position + part + 1)) FROM open_bill_part",
        "SELECT total(price * (7 * position + part + 1)) FROM open_bill_part",
        "SELECT count(*) FROM customer",
        "SELECT total(quantity * (7 * id)) FROM batch",
        "SELECT total(amount * (7 * position + 1)) FROM open_payment",
        "SELECT total((line + 2) * 1000000 + quantity) FROM open_return",
        """
        SELECT count(*) * 100 + total(state = 'confirmed') * 10 + total(state = 'withdrawn')
        FROM payment_attempt
        """,
        "SELECT count(*) FROM payment_correction",
        "SELECT total(amount) FROM khata_entry",
    ]

    /// The laws that books break, by name; empty when they are as they should be.
    package static func broken(answers: ArraySlice<Int64>) -> [String] {
        zip(laws, answers).filter { $0.1 != 0 }.map(\.0.name)
    }
}
