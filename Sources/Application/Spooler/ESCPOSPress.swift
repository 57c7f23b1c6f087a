package import ESCPOS
package import Receipts
import Typesetter

/// Receipts as ESC/POS bytes; what the printer has no characters for is drawn as dots.
package final class ESCPOSPress: ReceiptPress {
    private let shop: ShopHeader
    private let profile: PrinterProfile
    private let encoder: ReceiptEncoder
    private let typesetter = Typesetter()
    private var layout: Layout

    /// Prints for a shop on a printer of this profile; no font is loaded before it is needed.
    package init(shop: ShopHeader, profile: PrinterProfile) {
        self.shop = shop
        self.profile = profile
        encoder = ReceiptEncoder(profile)
        layout = profile.layout(rasters: [:])
    }

    /// A character that no installed font has is spelled as its code point, never dropped.
    package func bytes(for order: PrintOrder) throws(PressError) -> [UInt8] {
        let document = order.document(for: shop)
        var receipt = layout.receipt(of: document)
        do {
            if !receipt.unprintable.isEmpty {
                _ = try typesetter.draw(receipt.unprintable)
                layout = layout.with(rasters: typesetter.rasters)
                receipt = layout.receipt(of: document)
            }
            return try encoder.encode(receipt)
        } catch {
            throw PressError("The receipt cannot be drawn: \(error).")
        }
    }
}

extension PrintOrder {
    /// The receipt that the order asks for.
    func document(for shop: ShopHeader) -> ReceiptDocument {
        ReceiptDocument(bill: bill, shop: shop, mark: isMarked ? .duplicate : .original)
    }
}
