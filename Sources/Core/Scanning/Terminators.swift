/// The characters that may end a scan; keys count as the character they give.
package struct Terminators: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    /// CR, and Enter of either block.
    package static let carriageReturn = Terminators(rawValue: 1)
    /// LF; one behind a CR ends nothing of its own.
    package static let lineFeed = Terminators(rawValue: 2)
    /// Tab, the character or the key.
    package static let tab = Terminators(rawValue: 4)

    /// Enter as keyboards and serial lines have it: CR, LF or both.
    package static let enter: Terminators = [.carriageReturn, .lineFeed]
    /// Whichever comes first.
    package static let any: Terminators = [.enter, .tab]

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The terminator that a byte is; nil for any other byte.
    init?(byte: UInt8) {
        switch byte {
        case 0x0D: self = .carriageReturn
        case 0x0A: self = .lineFeed
        case 0x09: self = .tab
        default: return nil
        }
    }
}
