package import Billing

/// How a shop's receipts look: who it is, in which words, and what is shown.
package struct ReceiptTemplate: Hashable, Sendable {
    /// What the shop says about itself.
    package var shop: ShopHeader
    /// The words.
    package var labels: ReceiptLabels
    /// What of a bill is shown.
    package var content: ReceiptContent
    /// The picture on top, as dots of the paper that it goes to; nil where there is none.
    package var logo: Raster?
    /// Who is paid by the code under a bill that is still owed; nil where none is printed.
    package var upiPayee: UPIPayee?

    /// Gathers a template.
    package init(
        shop: ShopHeader, labels: ReceiptLabels = .english, content: ReceiptContent = .usual,
        logo: Raster? = nil, upiPayee: UPIPayee? = nil
    ) {
        self.shop = shop
        self.labels = labels
        self.content = content
        self.logo = logo
        self.upiPayee = upiPayee
    }

    /// The head of every paper: picture, name, address, phone, tax number, further lines.
    package var head: [ReceiptBlock] {
        var lines = shop.address
        if let phone = shop.phone { lines.append(labels[.shopPhone] + " " + phone) }
        if let gstin = shop.gstin { lines.append(labels[.gstin] + " " + gstin) }
        lines += shop.header
        let picture = logo.map { [ReceiptBlock.picture($0, alignment: .centre)] } ?? []
        return picture + [.text(shop.name, style: .headline, alignment: .centre)]
            + lines.map { .text($0, style: .plain, alignment: .centre) }
    }
}
