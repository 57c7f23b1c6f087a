import ArgumentParser
import Foundation
import Receipts
import Settings

/// What the settings say of receipts, with the words of their language read.
struct ReceiptStyle: Sendable {
    /// How receipts look; without the picture, which depends on the paper.
    let template: ReceiptTemplate
    /// The picture's file; nil where there is none.
    let logo: String?

    /// Reads the words; names without a folder are files beside the configuration file.
    ///
    /// `language` takes the place of the settings' own.
    init(
        _ settings: ShopSettings, configuration: String, language: String? = nil
    ) throws(Failure) {
        let folder = URL(fileURLWithPath: configuration).deletingLastPathComponent()
        let shop = settings.shop
        template = ReceiptTemplate(
            shop: ShopHeader(
                name: shop.name, address: shop.address, phone: shop.phone, gstin: shop.gstin,
                header: settings.receipt.header, footer: shop.footer,
                currencySymbol: shop.currency),
            labels: try Self.labels(language ?? settings.receipt.language, beside: folder),
            content: settings.receipt.content,
            upiPayee: settings.receipt.printsUPICode ? settings.payment.upiPayee : nil)
        logo = settings.receipt.logo.map { URL(fileURLWithPath: $0, relativeTo: folder).path }
    }

    private static func labels(
        _ language: String, beside folder: URL
    ) throws(Failure) -> ReceiptLabels {
        let file = try LanguageFile(
            language, in: "labels", of: "receipts", key: "receipt.language", beside: folder)
        guard let file else { return .english }
        do throws(SettingsError) {
            return try ReceiptLabels(toml: file.bytes, file: file.path)
        } catch {
            throw .failed(error)
        }
    }
}
