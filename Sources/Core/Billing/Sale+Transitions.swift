extension Sale {
    mutating func scan(
        _ offer: Offer, _ quantity: Quantity, into bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        var bill = bill
        let index: Int
        if let existing = bill.lines.firstIndex(where: { $0.joins(offer) }) {
            try bill.lines[existing].add(quantity, from: offer, onBill: bill.parts(of: offer))
            index = existing
        } else {
            bill.lines.append(
                try CartLine.opened(with: offer, quantity, onBill: bill.parts(of: offer)))
            index = bill.lines.count - 1
        }
        try open(bill, changed: index)
        return [.lineChanged(index)]
    }

    mutating func add(
        _ item: OpenItem, to bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        var bill = bill
        bill.lines.append(try CartLine.opened(with: item.offer, .one, onBill: []))
        try open(bill, changed: bill.lines.count - 1)
        return [.lineChanged(bill.lines.count - 1)]
    }

    mutating func link(
        _ customer: BillCustomer?, to bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        let isOther = customer?.id != bill.customer?.id
        guard !isOther || bill.payments.total(of: .credit) == .zero else {
            throw .payment(.creditTaken)
        }
        var bill = bill
        bill.customer = customer
        bill.warning = nil
        self = .open(bill)
        return [.customerChanged(customer)]
    }

    /// A customer could not be looked up: the bill goes on without one, and says why.
    mutating func miss(_ warning: String, on bill: OpenBill) throws(Rejection) -> [SaleEffect] {
        guard bill.payments.total(of: .credit) == .zero else { throw .payment(.creditTaken) }
        var bill = bill
        bill.customer = nil
        bill.warning = warning
        self = .open(bill)
        return [.customerMissed(warning)]
    }

    mutating func name(_ buyer: Buyer?, on bill: OpenBill) -> [SaleEffect] {
        var bill = bill
        bill.buyer = buyer
        self = .open(bill)
        return [.buyerChanged(buyer)]
    }

    /// Changes a line; `change` is told what the bill's other lines take of the same product.
    mutating func edit(
        _ line: Int?, of bill: OpenBill,
        _ change: (inout CartLine, [LinePart]) throws(Rejection) -> Void
    ) throws(Rejection) -> [SaleEffect] {
        let index = try bill.index(ofLine: line)
        var bill = bill
        try change(&bill.lines[index], bill.partsBeside(index))
        try open(bill, changed: index)
        return [.lineChanged(index)]
    }

    mutating func setDiscount(
        _ discount: Discount?, of bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        var bill = bill
        bill.discount = discount
        try open(bill)
        return [.discountChanged]
    }

    mutating func delete(_ line: Int?, of bill: OpenBill) throws(Rejection) -> [SaleEffect] {
        let index = try bill.index(ofLine: line)
        var bill = bill
        let removed = bill.lines.remove(at: index)
        try open(bill)
        return [.lineRemoved(removed)]
    }

    mutating func hold(
        _ bill: OpenBill, as number: Int, since time: CivilTime
    ) throws(Rejection) -> [SaleEffect] {
        guard !bill.lines.isEmpty else { throw .emptyBill }
        try bill.checkNothingPaid()
        guard bill.returning == nil else { throw .returning(.notHeld) }
        self = .idle
        return [.held(HeldBill(number: number, bill: bill, since: time))]
    }

    mutating func void(_ bill: OpenBill) throws(Rejection) -> [SaleEffect] {
        try bill.checkNothingPaid()
        self = .idle
        return [.voided(bill)]
    }

    private mutating func open(
        _ bill: OpenBill, changed index: Int? = nil
    ) throws(Rejection) {
        if let index { try bill.lines[index].checkPrices(under: bill.terms) }
        let reckoning = bill.reckoning
        guard reckoning.totals.gross <= OpenBill.totalLimit else { throw .billTooLarge }
        try reckoning.checkDiscounts(of: bill.lines, bill.discount, under: bill.terms)
        try bill.checkCovers()
        self = .open(bill)
    }
}

extension OpenBill {
    /// The index of a line that a person named by its number, the last one if they named none.
    package func index(ofLine line: Int?) throws(Rejection) -> Int {
        guard !lines.isEmpty else { throw .emptyBill }
        guard let line else { return lines.count - 1 }
        guard (1...lines.count).contains(line) else {
            throw .noSuchLine(line, count: lines.count)
        }
        return line - 1
    }
}
