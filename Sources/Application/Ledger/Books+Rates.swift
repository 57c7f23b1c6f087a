package import Billing
import GRDB
import Storage

extension Books {
    /// What a query of a product `p` asks for behind its id and the code it is known by.
    ///
    /// The last column tells whether its rate may have changed by the day that is the second
    /// parameter, so that a scan reads the changes of rates only where there are any.
    static let productColumns = """
        p.name, p.unit, p.hsn, p.gst_rate, p.is_taxed_on_mrp, EXISTS (
            SELECT 1 FROM rate_change r
            WHERE r.starts_on <= ?2 AND r.starts_on > coalesce(p.rate_since, ''))
        """

    /// A product from its id, a code and `productColumns`, with the rate of a day.
    func product(from row: StoredRow, on day: CivilDate) throws -> Product {
        let id = ProductID(row[0])
        let hsn: String? = row[4]
        var rate = TaxRate(hundredths: row[5])
        if row[7] as Bool { rate = try self.rate(of: id, from: rate, hsn: hsn, on: day) }
        return Product(
            id: id, barcode: row[1], name: row[2], unit: Product.Unit(row[3]), hsn: hsn,
            rate: rate, isTaxedOnMRP: row[6])
    }

    /// Every change of rates, in no particular order.
    package func rateChanges() throws -> [RateChange] {
        try all("SELECT starts_on, hsn, old_rate, new_rate FROM rate_change", []) { row in
            let text: String = row[0]
            guard let startsOn = CivilDate(iso: text) else {
                throw LedgerError.damaged(what: "a tax rate changes on \(text)")
            }
            return RateChange(
                startsOn: startsOn, hsn: row[1],
                old: (row[2] as Int64?).map { TaxRate(hundredths: Int($0)) },
                new: TaxRate(hundredths: row[3]))
        }
    }

    /// Notes a change of rates; one of the same day for the same goods is replaced.
    package func add(_ change: RateChange) throws {
        let key = [change.startsOn.iso, change.hsn ?? ""]
        let old = change.old?.hundredths
        try run(
            """
            DELETE FROM rate_change WHERE starts_on = ? AND coalesce(hsn, '') = ?
                AND coalesce(old_rate, -1) = ?
            """, [key[0], key[1], old ?? -1])
        try run(
            "INSERT INTO rate_change (starts_on, hsn, old_rate, new_rate) VALUES (?, ?, ?, ?)",
            [key[0], change.hsn, old, change.new.hundredths])
    }

    private func rate(
        of product: ProductID, from rate: TaxRate, hsn: String?, on day: CivilDate
    ) throws -> TaxRate {
        let since = try first(
            "SELECT rate_since FROM product WHERE id = ?", [product.raw],
            { row -> String? in row[0] })
        return rate.on(
            day, since: (since ?? nil).flatMap(CivilDate.init(iso:)), hsn: hsn,
            changes: try rateChanges())
    }
}
