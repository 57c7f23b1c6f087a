/// A set of key codes, as the kernel's bit maps give it.
package struct KeySet: Hashable, Sendable {
    /// `KEY_CNT` of the kernel: codes from here on do not exist.
    package static let codes = 0x300
    /// How long the kernel's bit map is.
    static let byteCount = codes / 8

    private var bytes: [UInt8]

    /// Makes a set from the kernel's bit map, least significant bit first.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the form that sysfs shows (`capabilities/key`): hexadecimal words, the highest first.
    ///
    /// Nil when a word is no number. A word is as wide as the kernel's `long`, which is ours.
    package init?(sysfs text: String) {
        bytes = []
        for word in text.split(separator: " ").reversed() {
            guard let value = UInt(word, radix: 16) else { return nil }
            for shift in stride(from: 0, to: UInt.bitWidth, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: value >> UInt(shift)))
            }
        }
    }

    /// Whether a code is in the set.
    package func contains(_ code: UInt16) -> Bool {
        let index = Int(code / 8)
        return index < bytes.count && bytes[index] & (1 << UInt8(code % 8)) != 0
    }

    /// The codes in the set, ascending.
    package var members: [UInt16] {
        (0..<UInt16(bytes.count * 8)).filter(contains)
    }

    /// Whether nothing is in it.
    package var isEmpty: Bool {
        bytes.allSatisfy { $0 == 0 }
    }
}
