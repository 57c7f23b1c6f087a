extension Sale {
    mutating func scan(
        _ offer: Offer, _ quantity: Quantity, into bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        var bill = bill
        let index: Int
        if let existing = bill.lines.firstIndex(where: { $0.product.id == offer.product.id }) {
            bill.lines[existing] = try bill.lines[existing].adding(quantity, from: offer)
            index = existing
        } else {
            bill.lines.append(try CartLine.opened(with: offer, quantity))
            index = bill.lines.count - 1
        }
        try open(bill)
        return [.lineChanged(index)]
    }

    mutating func link(_ customer: BillCustomer?, to bill: OpenBill) -> [SaleEffect] {
        var bill = bill
        bill.customer = customer
        self = .open(bill)
        return [.customerChanged(customer)]
    }

    mutating func edit(
        _ line: Int?, of bill: OpenBill, _ change: (CartLine) throws(Rejection) -> CartLine
    ) throws(Rejection) -> [SaleEffect] {
        let index = try bill.index(ofLine: line)
        var bill = bill
        bill.lines[index] = try change(bill.lines[index])
        try open(bill)
        return [.lineChanged(index)]
    }

    mutating func delete(_ line: Int?, of bill: OpenBill) throws(Rejection) -> [SaleEffect] {
        let index = try bill.index(ofLine: line)
        var bill = bill
        let removed = bill.lines.remove(at: index)
        self = .open(bill)
        return [.lineRemoved(removed)]
    }

    mutating func hold(
        _ bill: OpenBill, as number: Int, since time: CivilTime
    ) throws(Rejection) -> [SaleEffect] {
        guard !bill.lines.isEmpty else { throw .emptyBill }
        self = .idle
        return [.held(HeldBill(number: number, bill: bill, since: time))]
    }

    mutating func settle(
        _ bill: OpenBill, with payment: Payment, offers: [ProductID: Offer], at time: CivilTime
    ) throws(Rejection) -> [SaleEffect] {
        guard !bill.lines.isEmpty else { throw .emptyBill }
        var lines: [BillLine] = []
        for line in bill.lines {
            let offer = offers[line.product.id] ?? Offer(product: line.product, batches: [])
            let settled = try line.settled(from: offer)
            lines.append(BillLine(product: settled.product, parts: settled.parts))
        }
        let total = lines.map(\.amount).total()
        guard payment.amount >= total else { throw .cashShort(total - payment.amount) }
        let settlement = Settlement(
            reference: bill.reference, lines: lines, total: total, payments: [payment],
            change: payment.amount - total, customer: bill.customer, soldAt: time)
        self = .settling(bill, settlement)
        return [.save(settlement)]
    }

    private mutating func open(_ bill: OpenBill) throws(Rejection) {
        guard bill.total <= OpenBill.totalLimit else { throw .billTooLarge }
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
