/// Durations in nanoseconds as the figures that a person compares.
struct Figures: CustomStringConvertible {
    private let sorted: [UInt64]

    /// Takes durations in any order; there must be one.
    init?(_ durations: [UInt64]) {
        guard !durations.isEmpty else { return nil }
        sorted = durations.sorted()
    }

    /// How many there are.
    var count: Int { sorted.count }

    /// The median, the hundredth longest and the longest of them.
    var description: String {
        "p50 \(rank(50)) µs, p99 \(rank(99)) µs, max \(rank(100)) µs"
    }

    private func rank(_ percent: Int) -> UInt64 {
        sorted[(sorted.count - 1) * percent / 100] / 1000
    }
}
