/// What a backup holds, read back from its file.
package struct BackupReport: Hashable, Sendable {
    /// Where it is.
    package let path: String
    /// Its size in bytes.
    package let bytes: Int64
    /// How many bills it has.
    package let bills: Int64
    /// The number of the newest of them; nil where there is none.
    package let lastNumber: String?
    /// The hash over all of them in hexadecimal digits; nil where there is none.
    package let head: String?
}
