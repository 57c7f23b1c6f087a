/// What a reader takes at most, so that no file can make it hold more than a few megabytes.
package enum CSVLimits {
    /// The longest field, in bytes.
    package static let longestField = 1 << 16
    /// The most fields of one record.
    package static let mostFields = 64
}
