package import Scanning

/// One thing that `galla scanner watch` shows; text and JSON are two printings of it.
package struct WatchRow: Hashable, Sendable {
    /// When, in nanoseconds since the watch began.
    package let time: UInt64
    /// Whose news it is.
    package let scanner: ScannerIdentity
    /// What.
    package let what: What

    /// What can be shown.
    package enum What: Hashable, Sendable {
        /// The scanner is there and was taken, with what is known of its port.
        case ready(ScannerPort?)
        /// It was unplugged.
        case gone
        /// It cannot be used.
        case refused(String)
        /// A scan, or what was thrown away; of its verdicts those that are news.
        case scan(ScanReport, news: [ScanVerdict])
        /// What only the events behind a scan could tell.
        case afterwards(ScanVerdict)
        /// A line of raw events, as a recording has it.
        case raw(String)
    }

    /// Gathers a row.
    package init(time: UInt64, scanner: ScannerIdentity, _ what: What) {
        self.time = time
        self.scanner = scanner
        self.what = what
    }
}
