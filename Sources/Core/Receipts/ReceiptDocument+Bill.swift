package import Billing

extension ReceiptDocument {
    /// Makes the receipt of a bill.
    ///
    /// The drawer opens before the first line prints, so that the change can be counted meanwhile
    /// and paper that ends in the middle does not keep the drawer shut. It opens for the original
    /// only, and only when cash was taken.
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
