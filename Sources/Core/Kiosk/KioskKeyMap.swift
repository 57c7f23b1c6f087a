/// Which key of a keypad does what: the kernel's codes (`input-event-codes.h`).
package struct KioskKeyMap: Hashable, Sendable {
    private let keys: [UInt16: KioskKey]

    /// What a keypad does whose shop has set nothing; other keys do nothing.
    package static let standard = KioskKeyMap(changes: [:])

    /// Changes the usual meaning of some keys; nil is none.
    package init(changes: [UInt16: KioskKey?]) {
        var keys = Self.usual
        for (code, key) in changes { keys[code] = key }
        self.keys = keys
    }

    /// What a key does; nil for nothing.
    package subscript(code: UInt16) -> KioskKey? { keys[code] }

    /// The code of a key by its name in the kernel, without `KEY_`, or by its number.
    package static func code(named name: String) -> UInt16? {
        if let code = names[name.uppercased()] { return code }
        guard let code = UInt16(name), (1..<0x300).contains(code) else { return nil }
        return code
    }

    private static let usual: [UInt16: KioskKey] = {
        // The digits of the pad from 0 to 9, then those above the letters.
        let pad: [UInt16] = [82, 79, 80, 81, 75, 76, 77, 71, 72, 73]
        let row: [UInt16] = [11, 2, 3, 4, 5, 6, 7, 8, 9, 10]
        var keys: [UInt16: KioskKey] = [
            28: .enter, 96: .enter, 14: .remove, 83: .remove, 55: .quantity, 74: .back, 1: .back,
            78: .help, 98: .language,
        ]
        for digit in 0...9 {
            keys[pad[digit]] = .digit(digit)
            keys[row[digit]] = .digit(digit)
        }
        return keys
    }()

    private static let names: [String: UInt16] = [
        "ESC": 1, "MINUS": 12, "EQUAL": 13, "BACKSPACE": 14, "TAB": 15, "ENTER": 28, "SPACE": 57,
        "F1": 59, "F2": 60, "F3": 61, "F4": 62, "F5": 63, "F6": 64, "F7": 65, "F8": 66, "F9": 67,
        "F10": 68, "F11": 87, "F12": 88, "NUMLOCK": 69, "KPASTERISK": 55, "KPMINUS": 74,
        "KPPLUS": 78, "KPDOT": 83, "KPENTER": 96, "KPSLASH": 98, "KPEQUAL": 117, "KPCOMMA": 121,
        "HOME": 102, "UP": 103, "PAGEUP": 104, "LEFT": 105, "RIGHT": 106, "END": 107, "DOWN": 108,
        "PAGEDOWN": 109, "INSERT": 110, "DELETE": 111,
    ]
}
