/// A part of a closed bill's line with its own share of what was paid for the line.
///
/// Shares of parts add up to the line, and shares of pieces that come back one after the other add
/// up to the part: each is what is due for all that has come back so far, less what was due before.
struct ReturnedPart {
    let part: LinePart
    let gross: Money
    let discount: Money
    let billDiscount: Money
    let taxable: Money
    let half: Money

    /// The parts of a line, in their order.
    static func parts(of line: BillLine) -> [ReturnedPart] {
        let weights = weights(of: line)
        let amounts = line.amounts
        let gross = amounts.gross.shared(by: weights)
        let discounts = amounts.discount.shared(by: weights)
        let shares = amounts.billDiscount.shared(by: weights)
        let taxable = (amounts.tax?.taxable ?? .zero).shared(by: weights)
        let halves = (amounts.tax?.cgst ?? .zero).shared(by: weights)
        return line.parts.indices.map { index in
            ReturnedPart(
                part: line.parts[index], gross: gross[index], discount: discounts[index],
                billDiscount: shares[index], taxable: taxable[index], half: halves[index])
        }
    }

    /// By the price of each part; by quantity where nothing was charged.
    private static func weights(of line: BillLine) -> [Money] {
        let prices = line.parts.map { $0.price * $0.quantity }
        guard prices.total() == .zero else { return prices }
        return line.parts.map { Money(minorUnits: $0.quantity.thousandths) }
    }

    /// What is due for a quantity that comes back after `earlier` did.
    func amounts(of quantity: Quantity, after earlier: Quantity, in line: BillLine) -> LineAmounts {
        let share = { (whole: Money) in
            portion(of: whole, earlier + quantity) - portion(of: whole, earlier)
        }
        let (gross, discount, whole) = (share(gross), share(discount), share(billDiscount))
        let tax = line.amounts.tax.map { tax in
            let half = share(half)
            let net = gross - discount - whole
            return LineTax(
                rate: tax.rate,
                taxable: line.product.isTaxedOnMRP ? share(taxable) : net - half - half,
                cgst: half, sgst: half)
        }
        return LineAmounts(gross: gross, discount: discount, billDiscount: whole, tax: tax)
    }

    /// What a quantity had cost that comes back after `earlier` did.
    func cost(of quantity: Quantity, after earlier: Quantity) -> Money {
        part.cost * (earlier + quantity) - part.cost * earlier
    }

    /// The share of so much of the part, rounded half up.
    private func portion(of whole: Money, _ quantity: Quantity) -> Money {
        let all = Int128(part.quantity.thousandths)
        let product = Int128(whole.minorUnits) * Int128(quantity.thousandths)
        return Money(minorUnits: Int64((2 * product + all) / (2 * all)))
    }
}
