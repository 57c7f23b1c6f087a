/// Why a HID report descriptor is none of a scanner that Galla can read.
package enum HIDPOSDescriptorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It ends in the middle of the item that starts at this byte.
    case cutShort(at: Int)
    /// It takes back a state that it has not put aside, or puts aside more than it may.
    case unbalanced
    /// A report of it is longer than any transfer.
    case tooLong
    /// No collection of it is a bar code scanner: it is another kind of HID device.
    case notAScanner
    /// It is a scanner's, but none of its reports has decoded data in whole bytes.
    case noData

    /// What is wrong, as a sentence.
    package var description: String {
        switch self {
        case .cutShort(let position):
            "The report descriptor ends in the middle of byte \(position)."
        case .unbalanced: "The report descriptor takes back what it never put aside."
        case .tooLong: "The report descriptor describes reports that no transfer can hold."
        case .notAScanner: "The report descriptor is not of a scanner (usage page 0x8C)."
        case .noData: "The scanner's reports have no decoded data; it wants another driver."
        }
    }
}
