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
        // English is built in, and is what most shops have: no file is opened for it.
        guard language != "en" else { return .english }
        let path =
            language.hasSuffix(".toml")
            ? URL(fileURLWithPath: language, relativeTo: folder).path
            : try shippedPath(language)
        do {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            return try ReceiptLabels(toml: bytes, file: path)
        } catch let error as SettingsError {
            throw .failed(error)
        } catch {
            throw Failure(
                .failure,
                "The words of receipts cannot be read from \(path): "
                    + "\(error.localizedDescription) Correct receipt.language.")
        }
    }

    /// The file of a language that comes with Galla.
    private static func shippedPath(_ language: String) throws(Failure) -> String {
        let folder = try SharedFiles.path(of: "labels")
        let path = folder + "/\(language).toml"
        guard !FileManager.default.isReadableFile(atPath: path) else { return path }
        // A folder that cannot be listed only shortens the sentence.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let known = names.filter { $0.hasSuffix(".toml") }.map { $0.dropLast(5) }.sorted()
        throw Failure(
            .failure,
            "There are no words for receipts in “\(language)”. There are "
                + "\(known.joined(separator: ", ")); for another language name a file of your own, "
                + "like \(language).toml.")
    }
}
