import Till

/// Prometheus' text format, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).
struct MetricsText {
    /// What the format calls itself.
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// What has been written so far.
    private(set) var text = ""

    /// A count that only grows; its name gets `_total`.
    mutating func counter(_ name: String, _ help: String, _ value: Int) {
        counter(name, help, [("", value)])
    }

    /// Counts that only grow, by labels such as `method="GET"`.
    mutating func counter(_ name: String, _ help: String, _ rows: [(labels: String, value: Int)]) {
        head(name + "_total", help, "counter")
        for row in rows { sample(name + "_total", row.labels, "\(row.value)") }
    }

    /// Values that come and go.
    mutating func gauge(_ name: String, _ help: String, _ rows: [(labels: String, value: Int)]) {
        head(name, help, "gauge")
        for row in rows { sample(name, row.labels, "\(row.value)") }
    }

    /// Latencies; each class holds those below it, as the format wants.
    mutating func histogram(
        _ name: String, _ help: String, _ rows: [(labels: String, value: Latencies)]
    ) {
        head(name, help, "histogram")
        for row in rows {
            var below = 0
            for (index, count) in row.value.counts.enumerated() {
                below += count
                let bound =
                    index < Latencies.bounds.count ? "\(Latencies.bounds[index])" : "+Inf"
                sample(name + "_bucket", Self.joined(row.labels, "le=\"\(bound)\""), "\(below)")
            }
            sample(name + "_sum", row.labels, "\(row.value.sum)")
            sample(name + "_count", row.labels, "\(below)")
        }
    }

    private mutating func head(_ name: String, _ help: String, _ type: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private mutating func sample(_ name: String, _ labels: String, _ value: String) {
        text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
    }

    private static func joined(_ labels: String, _ label: String) -> String {
        labels.isEmpty ? label : labels + "," + label
    }
}
