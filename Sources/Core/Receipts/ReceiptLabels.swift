/// The words of receipts in one language.
package struct ReceiptLabels: Hashable, Sendable {
    private let texts: [ReceiptWord: String]

    /// Takes the words of a language; those that it lacks are English.
    package init(_ texts: [ReceiptWord: String]) {
        self.texts = Self.englishTexts.merging(texts) { $1 }
    }

    /// English, the words the rest of the documentation uses.
    package static let english = ReceiptLabels([:])

    /// A word.
    package subscript(_ word: ReceiptWord) -> String {
        // A test holds that each word is there in English.
        texts[word] ?? word.rawValue
    }
}
