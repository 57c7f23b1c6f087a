/// What stands on a key of a us keyboard, for people who read events.
package enum KeyName {
    /// The key's name; nil for one that a scanner hardly presses.
    package static func name(of code: UInt16) -> String? {
        if let name = named[code] { return name }
        guard let character = characters[code] else { return nil }
        return String(character)
    }

    private static let named: [UInt16: String] = [
        1: "Escape", 14: "Backspace", 15: "Tab", 28: "Enter", 29: "LeftCtrl", 42: "LeftShift",
        54: "RightShift", 56: "LeftAlt", 57: "Space", 58: "CapsLock", 69: "NumLock",
        70: "ScrollLock", 86: "102nd", 96: "KP Enter", 97: "RightCtrl", 100: "RightAlt",
        102: "Home", 103: "Up", 105: "Left", 106: "Right", 107: "End", 108: "Down",
        111: "Delete", 125: "LeftMeta", 126: "RightMeta",
        55: "KP *", 71: "KP 7", 72: "KP 8", 73: "KP 9", 74: "KP -", 75: "KP 4", 76: "KP 5",
        77: "KP 6", 78: "KP +", 79: "KP 1", 80: "KP 2", 81: "KP 3", 82: "KP 0", 83: "KP .",
        98: "KP /",
        59: "F1", 60: "F2", 61: "F3", 62: "F4", 63: "F5", 64: "F6", 65: "F7", 66: "F8",
        67: "F9", 68: "F10", 87: "F11", 88: "F12",
    ]

    private static let characters: [UInt16: Character] = {
        var keys: [UInt16: Character] = [:]
        for (first, row) in [
            (UInt16(2), "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"),
            (43, "\\zxcvbnm,./"),
        ] {
            for (offset, character) in row.enumerated() { keys[first + UInt16(offset)] = character }
        }
        return keys
    }()
}
