/// Bytes that our encoder must never send.
package struct PaperError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where the offending command starts.
    package let offset: Int
    /// What is wrong with it.
    package let reason: String

    package var description: String { "byte \(offset): \(reason)" }
}
