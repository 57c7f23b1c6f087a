import Receipts
import Testing

@testable import Settings

@Suite("The section [receipt]")
struct ReceiptSettingsTests {
    private func receipt(_ lines: String) throws -> ShopSettings.Receipt {
        try ShopSettings(toml: Array(("[receipt]\n" + lines).utf8), file: "galla.toml").receipt
    }

    @Test("what is not said is what most shops have")
    func standard() throws {
        #expect(try receipt("") == ShopSettings.builtIn.receipt)
    }

    @Test("each setting changes what it says and nothing else")
    func each() throws {
        let read = try receipt(
            """
            language = "hi"
            logo = "Logo.PNG"
            header = ["FSSAI 11518033000123"]
            hsn = true
            mrp = true
            tax_summary = false
            savings = false
            barcode = false
            cashier_name = true
            customer_phone = "masked"
            upi_qr = true
            """)
        var content = ReceiptContent.usual
        content.hasHSN = true
        content.hasMRP = true
        content.hasTaxSummary = false
        content.hasSavings = false
        content.hasBarcode = false
        content.hasCashier = true
        content.phone = .masked
        #expect(
            read
                == ShopSettings.Receipt(
                    language: "hi", logo: "Logo.PNG", header: ["FSSAI 11518033000123"],
                    content: content, printsUPICode: true))
        #expect(try receipt("language = \"own/marathi.toml\"").language == "own/marathi.toml")
    }

    @Test(
        "a value that cannot be used is refused with its line and what would be right",
        arguments: [
            ("language = \"Hindi\"", "\"marathi.toml\""), ("language = 3", "\"en\""),
            ("logo = \"logo.jpg\"", "a PNG file"), ("hsn = \"yes\"", "true or false"),
            ("customer_phone = \"half\"", "\"full\", \"masked\" or \"none\""),
            ("header = [1]", "lines of text"), ("qr = true", "receipt.qr is no setting"),
        ])
    func refused(line: String, expected: String) {
        let error = #expect(throws: SettingsError.self) { try receipt(line) }
        #expect(error?.description.hasPrefix("galla.toml:2: ") == true)
        #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
    }
}
