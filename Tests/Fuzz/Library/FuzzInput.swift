/// The bytes that a fuzzer made up, taken from the front as values; zeros once they are used up.
struct FuzzInput {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func byte() -> UInt8 {
        bytes.popFirst() ?? 0
    }

    mutating func number() -> UInt16 {
        UInt16(byte()) << 8 | UInt16(byte())
    }

    /// Up to so many bytes.
    mutating func bytes(atMost count: Int) -> [UInt8] {
        let taken = bytes.prefix(count)
        bytes = bytes.dropFirst(count)
        return Array(taken)
    }
}
