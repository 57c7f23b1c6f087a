/// What was measured, a row each.
struct Table {
    private var rows: [[String]] = [["measure", "figure", "bound", "holds"]]

    /// Adds a figure; `holds` nil where it has no bound of its own.
    mutating func add(_ measure: String, _ figure: String, bound: String = "", holds: Bool? = nil) {
        rows.append([measure, figure, bound, holds.map { $0 ? "yes" : "NO" } ?? ""])
    }

    /// Prints all rows in columns.
    func print() {
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { text, width in
                text + String(repeating: " ", count: width - text.count)
            }
            Swift.print(cells.joined(separator: "  "))
        }
    }
}

/// Times of many runs, sorted.
struct Times {
    private let sorted: [UInt64]

    init(_ nanoseconds: [UInt64]) {
        sorted = nanoseconds.sorted()
    }

    /// The time under which this share of the runs stayed, in microseconds.
    func microseconds(_ share: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let index = min(sorted.count - 1, Int(Double(sorted.count) * share))
        return Double(sorted[index]) / 1_000
    }

    var summary: String {
        "p50 \(text(microseconds(0.5))) µs, p99 \(text(microseconds(0.99))) µs"
    }
}

/// A figure with one decimal.
func text(_ figure: Double) -> String {
    let tenths = Int((figure * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
