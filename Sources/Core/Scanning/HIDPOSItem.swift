/// One item of a HID report descriptor (HID 1.11 §6.2.2): a kind, a tag and up to four bytes.
struct HIDPOSItem: Hashable, Sendable {
    /// What kind of item it is.
    let kind: Kind
    /// What it says within its kind.
    let tag: UInt8
    /// Its bytes as a number, little-endian, without a sign.
    let value: UInt32
    /// How many bytes the number had: a usage of four holds its page too.
    let size: Int

    /// The kinds of item.
    enum Kind: UInt8, Hashable {
        /// It makes fields, or opens or closes a collection.
        case main = 0
        /// It holds for all fields after it.
        case global = 1
        /// It holds for the next field only.
        case local = 2
        /// A long item or a reserved kind, which nobody has defined.
        case other = 3
    }

    /// Takes the next item off the bytes; nil at their end.
    ///
    /// `position` is where in the descriptor the bytes begin, for the message.
    static func next(
        in bytes: inout ArraySlice<UInt8>
    ) throws(HIDPOSDescriptorError) -> HIDPOSItem? {
        let start = bytes.startIndex
        guard let prefix = bytes.popFirst() else { return nil }
        if prefix == 0xFE {
            // A long item says its size in the next byte; none has ever been defined.
            guard let count = bytes.first, bytes.count >= Int(count) + 2 else {
                throw .cutShort(at: start)
            }
            bytes.removeFirst(Int(count) + 2)
            return HIDPOSItem(kind: .other, tag: 0, value: 0, size: 0)
        }
        let size = [0, 1, 2, 4][Int(prefix & 3)]
        guard bytes.count >= size else { throw .cutShort(at: start) }
        var value: UInt32 = 0
        for (place, byte) in bytes.prefix(size).enumerated() {
            value |= UInt32(byte) << UInt32(8 * place)
        }
        bytes.removeFirst(size)
        return HIDPOSItem(
            kind: Kind(rawValue: prefix >> 2 & 3) ?? .other, tag: prefix >> 4, value: value,
            size: size)
    }
}
