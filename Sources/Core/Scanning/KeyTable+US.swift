extension KeyTable {
    /// The layout that scanners leave the factory with, built in: it needs no library.
    package static let us = KeyTable(name: "us") { code, level in
        if let fixed = fixedKeys[code] { return fixed }
        guard let pair = usKeys[code] else { return .none }
        let isLetter = 0x61...0x7A ~= pair.plain
        let isShifted = level.contains(.shift) != (isLetter && level.contains(.capsLock))
        return .text(Unicode.Scalar(isShifted ? pair.shifted : pair.plain))
    }

    /// Keys whose meaning a us keyboard has on every level.
    private static let fixedKeys: [UInt16: KeyMeaning] = [
        KeyCode.enter: .text("\r"), KeyCode.keypadEnter: .text("\r"), KeyCode.tab: .text("\t"),
        KeyCode.leftShift: .modifier(.shift), KeyCode.rightShift: .modifier(.shift),
        KeyCode.leftControl: .modifier(.control), KeyCode.rightControl: .modifier(.control),
        KeyCode.leftAlt: .modifier(.alt), KeyCode.rightAlt: .modifier(.alt),
        KeyCode.capsLock: .capsLock, KeyCode.numLock: .ignored, KeyCode.scrollLock: .ignored,
        KeyCode.leftMeta: .ignored, KeyCode.rightMeta: .ignored,
    ]

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
        for (code, scalar) in KeyCode.pad {
            keys[code] = (UInt8(ascii: scalar), UInt8(ascii: scalar))
        }
        return keys
    }()
}
