package import Billing

extension ReceiptDocument {
    /// Makes the receipt of a bill.
    ///
    /// It opens no drawer: paper may come long after the customer has gone.
    package init(bill: Bill, template: ReceiptTemplate, mark: CopyMark) {
        let writer = BillWriter(bill: bill, template: template)
        let blocks: [[ReceiptBlock]] = [
            writer.start(mark), template.head, writer.title(), writer.facts(), writer.buyer(),
            [.rule], writer.items(), [.rule], writer.totals(), writer.taxes(), writer.savings(),
            writer.paymentCode(), writer.foot(),
        ]
        self.init(Array(blocks.joined()))
    }

    /// Makes the receipt of a bill with what most shops have on it.
    package init(
        bill: Bill, shop: ShopHeader, mark: CopyMark, labels: ReceiptLabels = .english
    ) {
        self.init(bill: bill, template: ReceiptTemplate(shop: shop, labels: labels), mark: mark)
    }
}
