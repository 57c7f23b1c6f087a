/// An e-mail address that a bill can be sent to, as it was written.
///
/// Only what every address has is checked: the server that takes the mail knows the rest.
package struct EmailAddress: Hashable, Sendable {
    /// The address.
    package let string: String

    /// The most characters of an address (RFC 5321 allows a path of 256 with its brackets).
    package static let longest = 254

    /// Why a text is no address.
    package enum Refusal: Error, Hashable, Sendable {
        /// Not one `@` between two pieces without white space.
        case malformed
        /// More than `longest` bytes.
        case tooLong
        /// A character that could command a device.
        case forbidden
    }

    /// Accepts one `@` with something on both sides and no white space; blanks around are dropped.
    package init(parsing raw: some StringProtocol) throws(Refusal) {
        let text: Text
        do throws(Text.Refusal) {
            text = try Text(raw, limit: Self.longest)
        } catch {
            switch error {
            case .empty: throw .malformed
            case .tooLong: throw .tooLong
            case .forbidden: throw .forbidden
            }
        }
        guard text.string.utf8.count <= Self.longest else { throw .tooLong }
        let pieces = text.string.split(separator: "@", omittingEmptySubsequences: false)
        guard pieces.count == 2, pieces.allSatisfy({ !$0.isEmpty }),
            !text.string.contains(where: \.isWhitespace)
        else { throw .malformed }
        string = text.string
    }
}
