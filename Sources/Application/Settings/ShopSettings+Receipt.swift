package import Receipts

// The section `[receipt]`.
extension ShopSettings {
    /// What receipts look like.
    package struct Receipt: Hashable, Sendable {
        /// The language of the labels: `en`, `hi`, `ta`, or a file of one's own, `NAME.toml`.
        package let language: String
        /// The picture on top, a PNG file; nil where there is none.
        package let logo: String?
        /// Further lines under the shop's head, a line each.
        package let header: [String]
        /// What of a bill is shown.
        package let content: ReceiptContent
        /// Whether a bill that is still owed shows the code that a phone pays by.
        package let printsUPICode: Bool
    }

    static func receipt(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Receipt {
        var section = SectionReader("receipt", of: document)
        defer { problems += section.problems }
        let standard = builtIn.receipt
        return Receipt(
            language: section.value(
                "language", default: standard.language,
                expected: "\"en\", \"hi\", \"ta\" or a file of your own, like \"marathi.toml\""
            ) { $0.text(limit: 120).flatMap { isLanguage($0) ? $0 : nil } },
            logo: section.optionalText(
                "logo", default: standard.logo, expected: "a PNG file, like \"logo.png\"",
                { $0.lowercased().hasSuffix(".png") }),
            header: section.texts(
                "header", default: standard.header,
                expected: "lines of text in quotes, like [\"FSSAI 11518033000123\"]"),
            content: content(&section),
            printsUPICode: section.flag("upi_qr", default: standard.printsUPICode))
    }

    private static func content(_ section: inout SectionReader) -> ReceiptContent {
        let standard = builtIn.receipt.content
        var content = standard
        content.hasHSN = section.flag("hsn", default: standard.hasHSN)
        content.hasMRP = section.flag("mrp", default: standard.hasMRP)
        content.hasTaxSummary = section.flag("tax_summary", default: standard.hasTaxSummary)
        content.hasSavings = section.flag("savings", default: standard.hasSavings)
        content.hasBarcode = section.flag("barcode", default: standard.hasBarcode)
        content.hasCashier = section.flag("cashier_name", default: standard.hasCashier)
        content.phone = section.word("customer_phone", default: standard.phone)
        return content
    }

    /// A word of small letters, which names a shipped file, or the name of a file.
    private static func isLanguage(_ text: String) -> Bool {
        text.hasSuffix(".toml")
            || (2...20).contains(text.utf8.count)
                && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    }
}
