import Billing

extension CartModel {
    /// What one line comes to, in paise.
    struct Sum: Equatable {
        let gross: Int64
        let discount: Int64
        let share: Int64
        let half: Int64

        init(gross: Int64, discount: Int64, share: Int64, half: Int64) {
            self.gross = gross
            self.discount = discount
            self.share = share
            self.half = half
        }

        init(_ amounts: LineAmounts) {
            gross = amounts.gross.minorUnits
            discount = amounts.discount.minorUnits
            share = amounts.billDiscount.minorUnits
            half = amounts.tax?.cgst.minorUnits ?? 0
        }
    }

    /// What each line comes to, at the prices shown.
    var sums: [Sum] {
        let gross = lines.map { amount(of: $0) }
        let own = zip(lines, gross).map { Self.taken($0.discount, off: $1) }
        let left = zip(gross, own).map(-)
        let shares = Self.handOut(Self.taken(discount, off: left.reduce(0, +)), over: left)
        return lines.indices.map { index in
            let net = left[index] - shares[index]
            return Sum(
                gross: gross[index], discount: own[index], share: shares[index],
                half: terms.regime == .regular ? Self.half(net, lines[index].product.rate) : 0)
        }
    }

    /// Half the tax in an amount: a hundredth of a percent at a time would be `net·r/(100+r)/2`.
    private static func half(_ net: Int64, _ rate: TaxRate) -> Int64 {
        let whole = Int128(net) * Int128(rate.hundredths)
        let parts = Int128(20_000 + 2 * rate.hundredths)
        return Int64(whole / parts) + (2 * (whole % parts) >= parts ? 1 : 0)
    }

    private static func taken(_ discount: Discount?, off amount: Int64) -> Int64 {
        switch discount {
        case nil: 0
        case .amount(let money): money.minorUnits > amount ? amount : money.minorUnits
        case .percent(let hundredths):
            Int64((Int128(amount) * Int128(hundredths) * 2 + 100_00) / 200_00)
        }
    }

    /// Every line has its share cut off; the paise left go to the largest cuts, first line first.
    private static func handOut(_ amount: Int64, over weights: [Int64]) -> [Int64] {
        let whole = Int128(weights.reduce(0, +))
        guard whole > 0 else { return weights.map { _ in 0 } }
        var shares: [Int64] = []
        var cuts: [(cut: Int128, line: Int)] = []
        for (line, weight) in weights.enumerated() {
            let (share, cut) = (Int128(amount) * Int128(weight)).quotientAndRemainder(
                dividingBy: whole)
            shares.append(Int64(share))
            cuts.append((cut, line))
        }
        var rest = amount - shares.reduce(0, +)
        while rest > 0 {
            var best = cuts[0]
            for cut in cuts where cut.cut > best.cut { best = cut }
            shares[best.line] += 1
            cuts[best.line].cut = -1
            rest -= 1
        }
        return shares
    }

    /// Refuses as the sale has to: too much, over the limit, under cost; lines before the bill.
    func checkDiscounts(_ taken: [[Stretch]]) throws(Rejection) {
        let sums = sums
        for (line, sum) in zip(lines, sums) { try check(line.discount, against: sum.gross) }
        if !lines.isEmpty {
            try check(discount, against: sums.reduce(0) { $0 + $1.gross - $1.discount })
        }
        for (index, sum) in sums.enumerated() where sum.discount + sum.share > 0 {
            try check(taken[index], sum, of: lines[index].product)
        }
    }

    private func check(_ discount: Discount?, against amount: Int64) throws(Rejection) {
        switch discount {
        case nil: return
        case .amount(let money):
            if money.minorUnits > amount {
                throw .discountTooLarge(money, of: Money(minorUnits: amount))
            }
            let limit = Int128(amount) * Int128(terms.discountLimit)
            if Int128(money.minorUnits) * 100_00 > limit {
                throw .discountOverLimit(hundredths: terms.discountLimit)
            }
        case .percent(let hundredths):
            if hundredths > terms.discountLimit {
                throw .discountOverLimit(hundredths: terms.discountLimit)
            }
        }
    }

    private func check(
        _ stretches: [Stretch], _ sum: Sum, of product: Product
    ) throws(Rejection) {
        let net = sum.gross - sum.discount - sum.share
        var worst: Stretch?
        for stretch in stretches {
            let kept = Int128(stretch.price) * Int128(net) * 100_00
            let cost = Int128(stretch.taxedCost(product, terms)) * Int128(sum.gross)
            if kept >= cost { continue }
            if let known = worst, known.batch.cost >= stretch.batch.cost { continue }
            worst = stretch
        }
        guard let worst else { return }
        throw .discountBelowCost(
            product: product.name,
            price: Money(minorUnits: Int64(Int128(worst.price) * Int128(net) / Int128(sum.gross))),
            cost: worst.shownCost(product, terms), batch: worst.batch.label)
    }

    /// From the shop's limit on a tax invoice names somebody, with an address.
    func checkBuyer() throws(Rejection) {
        guard terms.regime == .regular, let from = terms.buyerNeededFrom, from.minorUnits <= total
        else { return }
        let known = customer.map { $0.name != BillCustomer.defaultName } ?? false
        if buyer?.address == nil || buyer?.name == nil && !known { throw .buyerMissing(from: from) }
    }
}
