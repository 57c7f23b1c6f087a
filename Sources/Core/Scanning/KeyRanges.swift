/// Codes of keys as people write them: ascending, stretches as `2-11`.
enum KeyRanges {
    /// The words for ascending codes.
    static func words(of codes: [UInt16]) -> [String] {
        var ranges: [ClosedRange<UInt16>] = []
        for code in codes {
            if let last = ranges.last, last.upperBound + 1 == code {
                ranges[ranges.count - 1] = last.lowerBound...code
            } else {
                ranges.append(code...code)
            }
        }
        return ranges.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
        }
    }

    /// The codes of such words; nil when one is no code or they do not ascend.
    static func codes(of words: [String]) -> [UInt16]? {
        var codes: [UInt16] = []
        for word in words {
            guard let range = range(word), codes.last.map({ $0 < range.lowerBound }) ?? true else {
                return nil
            }
            codes += Array(range)
        }
        return codes
    }

    private static func range(_ word: String) -> ClosedRange<UInt16>? {
        let ends = word.split(separator: "-", omittingEmptySubsequences: false).map {
            EventWords.code(String($0))
        }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
            first <= last
        else { return nil }
        return first...last
    }
}
