package import Billing

extension Wording {
    /// The lines of a bill whose goods come back, what of them does, and what that is worth.
    package func returning(_ goods: OpenReturn) -> [Row] {
        let bill = goods.bill
        let heading = Row(
            .heading,
            "Return of \(bill.number), sold \(bill.soldAt.receiptText). return LINE QTY names "
                + "what comes back, return all brings the rest:")
        let lines = bill.lines.indices.map { Row(.line, row(of: goods, line: $0)) }
        guard !goods.quantities.isEmpty else { return [heading] + lines }
        return [heading] + lines + [comesBack(goods)]
    }

    /// What goods that come back are worth to the customer.
    func comesBack(_ goods: OpenReturn) -> Row {
        Row(
            .result,
            "back \(amount(goods.totals.total)) of \(goods.bill.number): refund cash gives it back; "
                + "scan goods for an exchange")
    }

    /// What an open bill's return leaves to pay or to give back; no row without a return.
    func balance(of bill: OpenBill) -> [Row] {
        guard let goods = bill.returning else { return [] }
        guard !bill.lines.isEmpty else { return [comesBack(goods)] }
        let left =
            bill.due < .zero
            ? "to give back \(amount(.zero - bill.due))" : "to pay \(amount(bill.due))"
        return [
            Row(
                .result,
                "back \(amount(goods.totals.total)) of \(goods.bill.number)   \(left)")
        ]
    }

    /// `return` without a bill that it could mean.
    package var returnOfWhat: Row {
        Row(.refusal, "Which bill? Type return BILL-2601000001, or scan its barcode first.")
    }

    func returnSentence(for rejection: ReturnRejection) -> String {
        switch rejection {
        case .moreThanSold(let product, let left, let unit):
            "Only \(left.digits) \(unit) of it can come back: \(product)"
        case .nothingLeft(let number): "All of \(number) has come back already."
        case .otherBill(let number):
            "Goods of \(number) are coming back: finish that first, or void it."
        case .isCreditNote(let number):
            "\(number) is a credit note. Name the bill on which the goods were sold."
        case .givesBack(let sum):
            "\(amount(sum)) is owed to the customer: type refund cash, or scan more goods."
        case .nothingToGiveBack: "Nothing is owed to the customer."
        case .wrongRefund(let owed): "Exactly \(amount(owed)) has to be given back."
        case .notHeld: "Goods are coming back on this bill: finish it, or void it."
        }
    }

    private func row(of goods: OpenReturn, line index: Int) -> String {
        let line = goods.bill.lines[index]
        let before = goods.before(index)
        let now = goods.quantities[index] ?? .zero
        let columns = [
            String(index + 1).leftPadded(to: 3),
            "sold " + line.quantity.digits.leftPadded(to: 5),
            before == .zero ? nil : "back before " + before.digits,
            now == .zero ? nil : "back now " + now.digits,
            amount(line.amounts.net).leftPadded(to: 12), line.product.name,
        ]
        return columns.compactMap(\.self).joined(separator: "  ")
    }
}
