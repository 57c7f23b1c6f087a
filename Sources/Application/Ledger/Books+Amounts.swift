import Billing
import GRDB
import Storage

// How discounts, taxes and buyers stand in columns: NULL where there is none.
extension Books {
    /// A discount from two columns: an amount, a share in hundredths of a percent.
    static func discount(from row: StoredRow, startingAt column: Int) -> Discount? {
        if let amount: Int64 = row[column] { return .amount(Money(minorUnits: amount)) }
        return (row[column + 1] as Int64?).map { .percent(hundredths: Int($0)) }
    }

    /// A buyer from three columns: tax number, name, address.
    static func buyer(from row: StoredRow, startingAt column: Int) throws -> Buyer? {
        let buyer = Buyer(
            gstin: try (row[column] as String?).map(gstin), name: row[column + 1],
            address: row[column + 2])
        return buyer.isEmpty ? nil : buyer
    }

    /// The steps of a bill's sum; the taxes are those of its lines.
    static func totals(ofBill row: StoredRow, _ lines: [BillLine]) -> BillTotals {
        BillTotals(
            gross: Money(minorUnits: row[6]), lineDiscounts: Money(minorUnits: row[15]),
            billDiscount: Money(minorUnits: row[16]), roundOff: Money(minorUnits: row[17]),
            taxes: TaxRow.rows(of: lines.compactMap(\.amounts.tax)))
    }

    /// The regime of a bill; none is kept for shops that collect nothing.
    static func regime(ofBill row: StoredRow) throws -> TaxRegime {
        guard let stored: String = row[18] else { return .unregistered }
        guard let regime = TaxRegime(rawValue: stored) else {
            throw LedgerError.damaged(what: "a bill was taxed as \(stored)")
        }
        return regime
    }

    /// What a line of a bill came to.
    static func amounts(ofLine row: StoredRow) -> LineAmounts {
        let tax = (row[11] as Int64?).map { taxable in
            LineTax(
                rate: TaxRate(hundredths: row[6]), taxable: Money(minorUnits: taxable),
                cgst: Money(minorUnits: row[12]), sgst: Money(minorUnits: row[13]))
        }
        return LineAmounts(
            gross: Money(minorUnits: row[8]), discount: Money(minorUnits: row[9]),
            billDiscount: Money(minorUnits: row[10]), tax: tax)
    }

    private static func gstin(_ text: String) throws -> GSTIN {
        do throws(GSTIN.Refusal) {
            return try GSTIN(parsing: text)
        } catch {
            throw LedgerError.damaged(what: "a buyer has the tax number \(text)")
        }
    }
}

extension Discount {
    /// The amount, NULL for a share.
    var storedAmount: Int64? {
        if case .amount(let amount) = self { amount.minorUnits } else { nil }
    }

    /// The share, NULL for an amount.
    var storedPercent: Int? {
        if case .percent(let hundredths) = self { hundredths } else { nil }
    }
}

extension Money {
    /// The amount, NULL for nothing.
    var stored: Int64? { minorUnits == 0 ? nil : minorUnits }
}
