/// Which byte a key gives, without and with Shift: the scanner's own layout, not the console's.
package struct KeyboardLayout: Hashable, Sendable {
    /// Bytes by key code; zero where the key has no character.
    private let plain: [UInt8]
    private let shifted: [UInt8]

    /// Key codes from here on have no character in any layout (they are buttons).
    private static let codes = 256

    /// Makes a layout from its keys; a key that is not named has no character.
    package init(_ keys: [UInt16: (plain: UInt8, shifted: UInt8)]) {
        var plain = [UInt8](repeating: 0, count: Self.codes)
        var shifted = plain
        for (code, bytes) in keys where Int(code) < Self.codes {
            plain[Int(code)] = bytes.plain
            shifted[Int(code)] = bytes.shifted
        }
        self.plain = plain
        self.shifted = shifted
    }

    /// The byte of a key, or nil when it has none.
    ///
    /// CapsLock exchanges the case of letters only.
    package func byte(for code: UInt16, shift: Bool, capsLock: Bool) -> UInt8? {
        let index = Int(code)
        guard index < Self.codes else { return nil }
        let isLetter = plain[index] &- 0x61 < 26
        let byte = (shift != (capsLock && isLetter)) ? shifted[index] : plain[index]
        return byte == 0 ? nil : byte
    }
}

extension KeyboardLayout {
    /// The layout that scanners leave the factory with.
    package static let us = KeyboardLayout(usKeys)

    private static let usKeys: [UInt16: (plain: UInt8, shifted: UInt8)] = {
        var keys: [UInt16: (plain: UInt8, shifted: UInt8)] = [:]
        // Rows of the main block: the first key's code, then each key's two characters.
        let rows: [(first: UInt16, plain: String, shifted: String)] = [
            (2, "1234567890-=", "!@#$%^&*()_+"),
            (16, "qwertyuiop[]", "QWERTYUIOP{}"),
            (30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
            (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
            (57, " ", " "),
            (86, "<", ">"),
        ]
        for row in rows {
            for (offset, pair) in zip(row.plain.utf8, row.shifted.utf8).enumerated() {
                keys[row.first + UInt16(offset)] = (pair.0, pair.1)
            }
        }
        // The numeric pad gives its characters with NumLock either way, and Shift or not.
        let pad: [(code: UInt16, character: Unicode.Scalar)] = [
            (55, "*"), (71, "7"), (72, "8"), (73, "9"), (74, "-"), (75, "4"), (76, "5"),
            (77, "6"), (78, "+"), (79, "1"), (80, "2"), (81, "3"), (82, "0"), (83, "."),
            (98, "/"), (117, "="), (121, ","),
        ]
        for key in pad {
            let byte = UInt8(ascii: key.character)
            keys[key.code] = (byte, byte)
        }
        return keys
    }()
}
