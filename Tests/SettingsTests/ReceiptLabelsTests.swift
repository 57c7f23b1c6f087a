import Linux
import Receipts
import SystemPackage
import Testing

@testable import Settings

@Suite("The words of receipts in their languages")
struct ReceiptLabelsTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        + "/packaging/labels/"

    private static func bytes(of language: String) throws -> [UInt8] {
        try OpenDescriptor(path: folder + language + ".toml", .readOnly).read(atMost: 1 << 16)
    }

    private func refusal(_ toml: String) -> String? {
        let error = #expect(throws: SettingsError.self) {
            try ReceiptLabels(toml: Array(toml.utf8), file: "my.toml")
        }
        return error?.description
    }

    @Test("every word stands in each shipped file, and no other", arguments: ["en", "hi", "ta"])
    func complete(language: String) throws {
        let bytes = try Self.bytes(of: language)
        // Reading refuses a key that is no word.
        _ = try ReceiptLabels(toml: bytes, file: language)
        let lines = KeyLines(of: bytes)
        for word in ReceiptWord.allCases {
            #expect(lines.contains([word.rawValue]), "\(language) lacks \(word.rawValue)")
        }
    }

    @Test("the English file says what is built in, and each word is built in")
    func english() throws {
        let read = try ReceiptLabels(toml: Self.bytes(of: "en"), file: "en")
        #expect(read == .english)
        for word in ReceiptWord.allCases where word.rawValue.contains("_") {
            #expect(ReceiptLabels.english[word] != word.rawValue)
        }
    }

    @Test("another language differs where it has words of its own", arguments: ["hi", "ta"])
    func translated(language: String) throws {
        let read = try ReceiptLabels(toml: Self.bytes(of: language), file: language)
        let kept: Set<ReceiptWord> = [.gstin, .hsn, .mrp, .upi, .cgst, .sgst, .gst]
        for word in ReceiptWord.allCases {
            #expect((read[word] == ReceiptLabels.english[word]) == kept.contains(word), "\(word)")
        }
        #expect(read[.duplicate].hasPrefix("DUPLICATE"))
        #expect(read[.compositionNotice].hasPrefix(ReceiptLabels.english[.compositionNotice]))
    }

    @Test("what a file of one's own leaves out is English")
    func fallback() throws {
        let read = try ReceiptLabels(toml: Array("total = \"Gesamt:\"".utf8), file: "my.toml")
        #expect(read[.total] == "Gesamt:" && read[.subtotal] == "Subtotal:")
    }

    @Test("what is no word, or no text, is named with its line")
    func refused() {
        #expect(
            refusal("total = \"T\"\ntotl = \"T\"")
                == "my.toml:2: totl is no word of a receipt; did you mean total?.")
        #expect(
            refusal("\ntotal = 3")?.hasPrefix("my.toml:2: total is 3; it must be a text") == true)
        #expect(refusal("total = \"\\u001B@\"")?.contains("control characters") == true)
        #expect(refusal("total = ")?.hasPrefix("my.toml:1: this is not TOML") == true)
    }
}
