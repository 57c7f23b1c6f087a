package import Receipts

extension ReceiptLabels {
    /// The most characters of a word or sentence of a receipt.
    private static let longestText = 160

    /// Reads a file of labels; a word that it lacks is English.
    ///
    /// Throws every key that is no word of a receipt and every text that cannot be printed, with
    /// their lines.
    package init(toml source: [UInt8], file: String) throws(SettingsError) {
        let document: SettingsDocument
        do throws(SettingsProblem) {
            document = try SettingsDocument(toml: source)
        } catch {
            throw .refused(file: file, problems: [error])
        }
        var texts: [ReceiptWord: String] = [:]
        var problems: [SettingsProblem] = []
        for (key, value) in document.sections.sorted(by: { $0.key < $1.key }) {
            guard let word = ReceiptWord(rawValue: key) else {
                problems.append(document.problem(at: [key], Self.unknown(key)))
                continue
            }
            guard let text = value.text(limit: Self.longestText) else {
                problems.append(
                    document.problem(
                        at: [key],
                        "\(key) is \(value.shown); it must be a text in quotes of 1 to "
                            + "\(Self.longestText) characters"))
                continue
            }
            texts[word] = text
        }
        guard problems.isEmpty else {
            throw .refused(file: file, problems: problems.sorted { $0.line < $1.line })
        }
        self.init(texts)
    }

    private static func unknown(_ key: String) -> String {
        let start = "\(key.prefix(40)) is no word of a receipt; "
        let words = ReceiptWord.allCases.map(\.rawValue)
        if let near = Vocabulary.nearest(to: key, among: words) {
            return start + "did you mean \(near)?"
        }
        return start + "en.toml, which comes with Galla, has all of them"
    }
}
