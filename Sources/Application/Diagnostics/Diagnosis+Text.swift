extension Diagnosis {
    /// The findings as a technician reads them: a verdict, what it is about, what to do.
    package var text: String {
        findings.map { finding in
            let words = [finding.verdict.rawValue, finding.check.rawValue]
            let head = zip(words, [9, 15]).map(Self.padded).joined()
            let sure = finding.certainty == .likely ? " (likely)" : ""
            let rest = [
                finding.advice.map { "do:  \($0)" }, finding.command.map { "run: \($0)" },
            ].compactMap { $0 }
            return ([head + finding.message + sure] + rest.map { "         " + $0 })
                .joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func padded(_ word: String, to width: Int) -> String {
        word + String(repeating: " ", count: max(1, width - word.count))
    }
}
