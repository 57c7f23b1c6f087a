import Billing

/// A second, plainer account of the sale, against which random histories are checked.
///
/// It keeps no parts: a line is an amount of a product, and its batches are the stretches that this
/// amount covers when the product's batches are laid end to end. Stock stays as it is from the
/// first scan of a sale to its payment; what it is at the payment arrives with that.
struct CartModel {
    enum Phase { case idle, open, settling, sold }

    struct Line {
        let product: Product
        var thousandths: Int64
        var setPrice: Int64?
        var discount: Discount?
    }

    /// The stock during the sale.
    let shelf: [ProductID: Offer]
    /// The shop's rules.
    let terms: BillTerms
    var phase = Phase.idle
    var lines: [Line] = []
    var customer: BillCustomer?
    var discount: Discount?
    var buyer: Buyer?
    /// What was paid in parts, in paise, and what a UPI attempt asks for.
    var parts: [Int64] = []
    var asked: Int64?
    /// What the payment comes to, while it is being saved.
    var account: Account?

    init(shelf: [ProductID: Offer], terms: BillTerms) {
        self.shelf = shelf
        self.terms = terms
    }

    private var fresh: CartModel { CartModel(shelf: shelf, terms: terms) }

    /// The model after an event, or the refusal that the sale has to answer.
    func after(_ event: SaleEvent) throws(Rejection) -> CartModel {
        switch (phase, event) {
        case (.settling, .saved): return fresh.with { $0.phase = .sold }
        case (.settling, .saveFailed):
            return with {
                $0.phase = .open
                $0.account = nil
            }
        case (.settling, _): throw .settling
        case (_, .saved), (_, .saveFailed): throw .noOpenBill
        case (_, .scanned(let offer, let quantity, _)):
            return try scanning(offer.product, quantity.thousandths)
        case (.idle, .resumed(let bill)), (.sold, .resumed(let bill)):
            return fresh.with { $0.take(bill) }
        case (.open, .resumed): throw .billOpen
        case (_, .customerLinked(let customer, _)):
            return with {
                $0.phase = .open
                $0.customer = customer
            }
        case (_, .customerMissed):
            return with {
                $0.phase = .open
                $0.customer = nil
            }
        case (_, .buyerNamed(let buyer, _)):
            return with {
                $0.phase = .open
                $0.buyer = buyer
            }
        case (.idle, _), (.sold, _): throw .noOpenBill
        case (.open, _): return try editing(event)
        }
    }

    private func editing(_ event: SaleEvent) throws(Rejection) -> CartModel {
        switch event {
        case .customerUnlinked: return with { $0.customer = nil }
        case .voided:
            try checkNothingPaid()
            return fresh
        case .held:
            if lines.isEmpty { throw .emptyBill }
            try checkNothingPaid()
            return fresh
        case .lineDeleted(let line):
            let index = try index(of: line)
            let changed = with { $0.lines.remove(at: index) }
            try changed.checkDiscounts(changed.lines.map(changed.shown))
            return try changed.covering()
        case .discountSet(let line, let discount):
            let index = try index(of: line)
            return try with { $0.lines[index].discount = discount }.checked(index)
        case .billDiscountSet(let discount):
            let changed = with { $0.discount = discount }
            try changed.checkDiscounts(changed.lines.map(changed.shown))
            return try changed.covering()
        case .paying(.completed(let offers, _)):
            return try paying(nil, offers)
        case .paying(let step):
            return try payingInSteps(step)
        case .quantitySet(let line, let quantity, _):
            let index = try index(of: line)
            return try changing(index, to: quantity.thousandths, adding: quantity.thousandths)
        case .priceSet(let line, let price):
            let index = try index(of: line)
            let changed = with { $0.lines[index].setPrice = price.minorUnits }
            return try changed.checked(index)
        case .tendered(let payment, let offers, _):
            return try paying(payment.amount.minorUnits, offers)
        case .itemAdded, .batchPicked, .returned:
            preconditionFailure("not in these histories")
        case .scanned, .customerLinked, .customerMissed, .buyerNamed, .resumed, .saved, .saveFailed:
            preconditionFailure("decided before")
        }
    }

    private mutating func take(_ bill: OpenBill) {
        phase = .open
        lines = bill.lines.map {
            Line(product: $0.product, thousandths: $0.quantity.thousandths)
        }
        customer = bill.customer
        discount = bill.discount
    }

    private func scanning(_ product: Product, _ more: Int64) throws(Rejection) -> CartModel {
        var model = self
        model.phase = .open
        if let index = lines.firstIndex(where: { $0.product == product }) {
            return try model.changing(
                index, to: lines[index].thousandths + more, adding: more)
        }
        model.lines.append(Line(product: product, thousandths: 0))
        return try model.changing(lines.count, to: more, adding: more)
    }

    private func changing(
        _ index: Int, to thousandths: Int64, adding more: Int64
    ) throws(Rejection) -> CartModel {
        let product = lines[index].product
        if more <= 0 { throw .noQuantity }
        if product.unit.isCounted, more % 1000 != 0 {
            throw .notWhole(product: product.name, unit: product.unit.symbol)
        }
        if thousandths > 999_999_999 { throw .quantityTooLarge }
        try Self.checkStock(of: product, wanted: thousandths, in: shelf[product.id])
        return try with { $0.lines[index].thousandths = thousandths }.checked(index)
    }

    private func checked(_ index: Int) throws(Rejection) -> CartModel {
        try Stretch.checkPrices(shown(lines[index]), of: lines[index].product, terms)
        if lines.reduce(0, { $0 + amount(of: $1) }) > 1_000_000_000_000 { throw .billTooLarge }
        try checkDiscounts(lines.map(shown))
        return try covering()
    }

    private func index(of line: Int?) throws(Rejection) -> Int {
        if lines.isEmpty { throw .emptyBill }
        let number = line ?? lines.count
        if number < 1 || number > lines.count { throw .noSuchLine(number, count: lines.count) }
        return number - 1
    }

    static func checkStock(
        of product: Product, wanted: Int64, in offer: Offer?
    ) throws(Rejection) {
        var inStock: Int64 = 0
        for batch in offer?.batches ?? [] { inStock += batch.available.thousandths }
        if wanted > inStock {
            throw .notEnoughStock(
                product: product.name, wanted: Quantity(thousandths: wanted),
                inStock: Quantity(thousandths: inStock), unit: product.unit.symbol)
        }
    }

    func with(_ change: (inout CartModel) -> Void) -> CartModel {
        var copy = self
        change(&copy)
        return copy
    }
}
