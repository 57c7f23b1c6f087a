import Scanning

extension ScannedCode {
    /// Reads a text in which `␝` stands for GS, in the year 2026 unless told otherwise.
    static func reading(
        _ text: String, in year: Int = 2026
    ) throws(ScannedCodeError) -> ScannedCode {
        let bytes = text.unicodeScalars.flatMap { $0 == "␝" ? [0x1D] : Array(String($0).utf8) }
        return try ScannedCode(payload: bytes, thisYear: year)
    }

    /// Everything it says, in a fixed order; the article number first.
    var meaning: String {
        let parts: [(String, String?)] = [
            ("batch", batchLabel), ("serial", serial), ("made", producedOn?.description),
            ("best", bestBefore?.description), ("expires", expiresOn?.description),
            ("count", count.map(String.init)), ("grams", weightGrams.map(String.init)),
            ("price", price.map { ($0.currency.map { $0 + " " } ?? "") + $0.description }),
        ]
        return parts.reduce(barcode.key) { text, part in
            part.1.map { text + " " + part.0 + " " + $0 } ?? text
        }
    }
}
