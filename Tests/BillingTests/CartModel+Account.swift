import Billing

extension CartModel {
    /// What a payment comes to.
    struct Account: Equatable {
        let total: Int64
        let change: Int64
        let cost: Int64
        /// The prices shown, in order, with the amount sold at each.
        let prices: [[PriceStretch]]
        /// What each line comes to.
        let sums: [Sum]
    }

    /// So much of a line at one price.
    struct PriceStretch: Equatable {
        let price: Int64
        var length: Int64
    }

    /// The stretches that a line covers, at the prices that were shown.
    func shown(_ line: Line) -> [Stretch] {
        Stretch.covering(line.thousandths, of: shelf[line.product.id]).map { stretch in
            stretch.priced(line.setPrice ?? stretch.batch.price.minorUnits)
        }
    }

    /// What a line shows: amounts at one price are rounded together.
    func amount(of line: Line) -> Int64 {
        var lengths: [Int64: Int64] = [:]
        for stretch in shown(line) { lengths[stretch.price, default: 0] += stretch.length }
        return lengths.reduce(0) { $0 + Self.rounded($1.key, times: $1.value) }
    }

    /// What is owed: the lines less what is taken off, rounded as the shop does it.
    var total: Int64 {
        let net = sums.reduce(0) { $0 + $1.gross - $1.discount - $1.share }
        guard terms.rounding == .rupee else { return net }
        return net % 100 < 50 ? net - net % 100 : net - net % 100 + 100
    }

    /// Closes the bill with cash, or with what was paid before where that is nil.
    func paying(_ cash: Int64?, _ offers: [ProductID: Offer]) throws(Rejection) -> CartModel {
        if lines.isEmpty { throw .emptyBill }
        try checkNothingAsked()
        var cost: Int64 = 0
        var taken: [[Stretch]] = []
        for line in lines {
            let offer = offers[line.product.id]
            try Self.checkStock(of: line.product, wanted: line.thousandths, in: offer)
            let paid = Stretch.overlay(
                Self.prices(of: shown(line)), Stretch.covering(line.thousandths, of: offer))
            try Stretch.checkPrices(paid, of: line.product, terms)
            taken.append(paid)
            for stretch in paid {
                cost += Self.rounded(stretch.batch.cost.minorUnits, times: stretch.length)
            }
        }
        try checkDiscounts(taken)
        try checkBuyer()
        let given = paid + (cash ?? 0)
        if given < total { throw .cashShort(Money(minorUnits: total - given)) }
        let account = Account(
            total: total, change: given - total, cost: cost,
            prices: lines.map { Self.prices(of: shown($0)) }, sums: sums)
        return with {
            $0.phase = .settling
            $0.account = account
        }
    }

    /// Neighbours at one price are one stretch.
    static func prices(of stretches: [Stretch]) -> [PriceStretch] {
        var prices: [PriceStretch] = []
        for stretch in stretches {
            if let last = prices.last, last.price == stretch.price {
                prices[prices.count - 1].length += stretch.length
            } else {
                prices.append(PriceStretch(price: stretch.price, length: stretch.length))
            }
        }
        return prices
    }

    /// Half a paisa counts as one; nothing here is negative.
    static func rounded(_ price: Int64, times thousandths: Int64) -> Int64 {
        let (whole, rest) = (price * thousandths).quotientAndRemainder(dividingBy: 1000)
        return rest >= 500 ? whole + 1 : whole
    }
}
