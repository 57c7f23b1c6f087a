/// Goods of one closed bill that are coming back, at the price paid, to the batches they came from.
///
/// Of a line's batches the one taken last gets its goods back first. Never more is given back than
/// was paid; what the bill was rounded up by comes back with its last piece.
package struct OpenReturn: Hashable, Sendable {
    /// The bill they were sold on.
    package let bill: Bill
    /// What had come back of each of its parts before.
    package let earlier: [PartPlace: Quantity]
    /// How much of each line comes back now, by the line's place from 0.
    package private(set) var quantities: [Int: Quantity]

    /// Takes up a bill; `earlier` is what the books' credit notes say of it.
    package init(
        bill: Bill, earlier: [PartPlace: Quantity], quantities: [Int: Quantity] = [:]
    ) {
        self.bill = bill
        self.earlier = earlier
        self.quantities = quantities
    }

    /// Sets how much of a line, numbered from 1, comes back; zero is none of it.
    package mutating func set(_ quantity: Quantity, ofLine number: Int) throws(Rejection) {
        guard bill.lines.indices.contains(number - 1) else {
            throw .noSuchLine(number, count: bill.lines.count)
        }
        let unit = bill.lines[number - 1].product.unit
        guard !unit.isCounted || quantity.isWhole else {
            throw .notWhole(product: bill.lines[number - 1].product.name, unit: unit.symbol)
        }
        let left = returnable(number - 1)
        guard quantity <= left else {
            throw .returning(
                .moreThanSold(
                    product: bill.lines[number - 1].product.name, left: left, unit: unit.symbol))
        }
        quantities[number - 1] = quantity == .zero ? nil : quantity
    }

    /// Brings back all that has not come back yet; refused where there is nothing of that.
    package mutating func setAll() throws(Rejection) {
        for index in bill.lines.indices where returnable(index) > .zero {
            quantities[index] = returnable(index)
        }
        guard !quantities.isEmpty else { throw .returning(.nothingLeft(bill.number)) }
    }

    /// How much of a line can still come back, by its place from 0.
    package func returnable(_ line: Int) -> Quantity {
        bill.lines[line].quantity - before(line)
    }

    /// How much of a line came back before.
    package func before(_ line: Int) -> Quantity {
        bill.lines[line].parts.indices.reduce(.zero) {
            $0 + (earlier[PartPlace(line: line, part: $1)] ?? .zero)
        }
    }

    /// The lines of the credit note, in the order of the bill's.
    package var lines: [BillLine] {
        bill.lines.indices.compactMap { index in
            quantities[index].map { line(index, giving: $0) }
        }
    }

    /// What the credit note comes to.
    package var totals: BillTotals {
        let amounts = lines.map(\.amounts)
        return BillTotals(
            gross: amounts.map(\.gross).total(), lineDiscounts: amounts.map(\.discount).total(),
            billDiscount: amounts.map(\.billDiscount).total(),
            roundOff: roundOff(of: amounts.map(\.net).total()),
            taxes: TaxRow.rows(of: amounts.compactMap(\.tax)))
    }

    /// What of the bill's rounding comes back with goods that are worth so much without it.
    ///
    /// What is due for all that came back so far, less what was due before, as with the goods
    /// themselves.
    private func roundOff(of net: Money) -> Money {
        guard !quantities.isEmpty else { return .zero }
        let before = netBefore
        let due = isComplete ? bill.total : min(before + net, bill.total)
        return due - min(before, bill.total) - net
    }

    /// What all that came back before is worth without the bill's rounding.
    private var netBefore: Money {
        bill.lines.enumerated().map { index, line in
            let parts = ReturnedPart.parts(of: line)
            return parts.indices.map { place in
                let back = earlier[PartPlace(line: index, part: place)] ?? .zero
                return parts[place].amounts(of: back, after: .zero, in: line).net
            }.total()
        }.total()
    }

    /// Whether nothing of the bill is left with the customer then.
    private var isComplete: Bool {
        bill.lines.indices.allSatisfy { returnable($0) == quantities[$0] ?? .zero }
    }

    private func line(_ index: Int, giving quantity: Quantity) -> BillLine {
        let line = bill.lines[index]
        let parts = ReturnedPart.parts(of: line)
        var left = quantity
        var taken: [(place: Int, part: LinePart, amounts: LineAmounts, cost: Money)] = []
        for place in parts.indices.reversed() where left > .zero {
            let before = earlier[PartPlace(line: index, part: place)] ?? .zero
            let back = min(left, parts[place].part.quantity - before)
            guard back > .zero else { continue }
            taken.insert(
                (
                    place, parts[place].part.taking(back),
                    parts[place].amounts(of: back, after: before, in: line),
                    parts[place].cost(of: back, after: before)
                ), at: 0)
            left = left - back
        }
        return BillLine(
            product: line.product, parts: taken.map(\.part),
            amounts: LineAmounts.sum(of: taken.map(\.amounts)),
            cost: taken.map(\.cost).total(),
            origin: ReturnOrigin(line: index, parts: taken.map(\.place)))
    }
}

extension LineAmounts {
    /// Several amounts as one; they are of one line and have one rate of tax.
    fileprivate static func sum(of amounts: [LineAmounts]) -> LineAmounts {
        let taxes = TaxRow.rows(of: amounts.compactMap(\.tax)).first
        return LineAmounts(
            gross: amounts.map(\.gross).total(), discount: amounts.map(\.discount).total(),
            billDiscount: amounts.map(\.billDiscount).total(),
            tax: taxes.map {
                LineTax(rate: $0.rate, taxable: $0.taxable, cgst: $0.cgst, sgst: $0.sgst)
            })
    }
}

/// Why goods cannot come back; nothing changed.
package enum ReturnRejection: Hashable, Sendable {
    /// More than was sold and has not come back; how much can.
    case moreThanSold(product: String, left: Quantity, unit: String)
    /// All of the bill has come back.
    case nothingLeft(String)
    /// Goods of another bill are coming back; its number.
    case otherBill(String)
    /// The number is a credit note's.
    case isCreditNote(String)
    /// Money is owed to the customer, not by them.
    case givesBack(Money)
    /// Nothing is owed to the customer.
    case nothingToGiveBack
    /// The amounts given back are not what is owed.
    case wrongRefund(owed: Money)
    /// A bill with goods that come back cannot be put aside.
    case notHeld
}
