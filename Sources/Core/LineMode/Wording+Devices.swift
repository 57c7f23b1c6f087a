extension Wording {
    /// A scanner came.
    package func scannerReady(name: String, port: String) -> Row {
        Row(.notice, "Scanner ready: \(name) on port \(port).")
    }

    /// A scanner went.
    package func scannerGone(name: String, port: String) -> Row {
        Row(.notice, "Scanner unplugged: \(name) on port \(port). Codes can be typed meanwhile.")
    }

    /// Part of a scan was thrown away.
    package func scanLost(name: String, reason: String) -> Row {
        Row(.refusal, "A scan of \(name) was lost: \(reason). Scan it again; nothing was added.")
    }

    /// A scanner is there and cannot be used.
    package func scannerRefused(name: String, reason: String) -> Row {
        Row(.notice, "Scanner \(name) cannot be used: \(reason)")
    }
}
