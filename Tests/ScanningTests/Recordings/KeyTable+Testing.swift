import Scanning

extension KeyTable {
    /// The row of digits of a French keyboard, written down from one: digits need Shift there.
    ///
    /// All other keys are those of us, because the tests need no more.
    static let frenchDigits = KeyTable(name: "fr") { code, level in
        guard KeyCode.digits.contains(code) else { return KeyTable.us.meaning(of: code, at: level) }
        let place = Int(code - KeyCode.digits.lowerBound)
        let row = Array((level.contains(.shift) ? "1234567890" : "&é\"'(-è_çà").unicodeScalars)
        return .text(row[place])
    }

    /// A layout without digits.
    static let onlyLetters = KeyTable(name: "letters") { code, level in
        KeyCode.digits.contains(code) ? .none : KeyTable.us.meaning(of: code, at: level)
    }
}
