import Scanning

/// The texts of paths and queries.
enum PercentCoding {
    /// The text that an encoded one stands for; nil when it is no such text.
    static func decoded(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
        PercentEncoding.bytes(of: text.utf8, plusIsSpace: plusIsSpace)
            .flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The values of a query; a name that stands twice, or no text, is refused.
    static func query(_ text: some StringProtocol) throws(APIRefusal) -> [String: String] {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(halves[0], plusIsSpace: true),
                let value = decoded(halves.count == 2 ? halves[1] : "", plusIsSpace: true)
            else { throw APIRefusal(400, "bad-query", "The address has a % that is no text.") }
            guard values.updateValue(value, forKey: name) == nil else {
                throw APIRefusal(
                    422, "duplicate-parameter", "The parameter \(name) stands twice; send one.")
            }
        }
        return values
    }
}
