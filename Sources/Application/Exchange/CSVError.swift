/// Why a file cannot be read as CSV any further.
package enum CSVError: Error, Hashable, Sendable {
    /// The file could not be opened or read.
    case unreadable(reason: String)
    /// A quote opened on this line is never closed.
    case unterminatedQuote(line: Int)
    /// Something stands between a closing quote and the next delimiter.
    case textAfterQuote(line: Int)
    /// A record that starts on this line has bytes that are not UTF-8.
    case notUTF8(line: Int)
    /// A carriage return without a line feed, as files of old systems have them.
    case strayReturn(line: Int)
    /// A field is longer than `CSVLimits.longestField`.
    case fieldTooLong(line: Int)
    /// A record has more fields than `CSVLimits.mostFields`.
    case tooManyFields(line: Int)

    /// The line to look at; nil when the file itself is the trouble.
    package var line: Int? {
        switch self {
        case .unreadable: nil
        case .unterminatedQuote(let line), .textAfterQuote(let line), .notUTF8(let line),
            .strayReturn(let line), .fieldTooLong(let line), .tooManyFields(let line):
            line
        }
    }

    /// What is wrong and what to do, without a full stop.
    package var sentence: String {
        switch self {
        case .unreadable(let reason): reason
        case .unterminatedQuote:
            "a quote opens here and never closes; close it, or double it if it belongs to the text"
        case .textAfterQuote:
            "something follows a closing quote; double the quotes that belong to the text"
        case .notUTF8: "this line is not UTF-8; save the file as \"CSV UTF-8\""
        case .strayReturn:
            "a carriage return stands here without a line feed; save the file as \"CSV UTF-8\""
        case .fieldTooLong: "a field is longer than 64 KiB; is a quote missing?"
        case .tooManyFields: "there are more than \(CSVLimits.mostFields) fields in this line"
        }
    }
}
