import Receipts
import Settings

extension ShopSettings {
    /// What the shop says about itself on each receipt.
    var shopHeader: ShopHeader {
        ShopHeader(
            name: shop.name, address: shop.address, phone: shop.phone, gstin: shop.gstin,
            footer: shop.footer, currencySymbol: shop.currency)
    }
}
