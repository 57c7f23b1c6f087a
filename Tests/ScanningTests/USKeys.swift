/// Where each printable character lies on a us keyboard, key by key.
///
/// Written down from the kernel's `input-event-codes.h` and a keyboard, apart from the layout
/// under test, so that a slip in that one shows.
enum USKeys {
    struct Key: Hashable {
        let code: UInt16
        let shift: Bool
    }

    /// Printable ASCII, all 95 characters.
    static let printable: [Character: Key] = {
        var keys: [Character: Key] = [" ": Key(code: 57, shift: false)]
        let unshifted: [(Character, UInt16)] = [
            ("1", 2), ("2", 3), ("3", 4), ("4", 5), ("5", 6), ("6", 7), ("7", 8), ("8", 9),
            ("9", 10), ("0", 11), ("-", 12), ("=", 13), ("[", 26), ("]", 27), (";", 39),
            ("'", 40), ("`", 41), ("\\", 43), (",", 51), (".", 52), ("/", 53),
        ]
        let shifted: [(Character, UInt16)] = [
            ("!", 2), ("@", 3), ("#", 4), ("$", 5), ("%", 6), ("^", 7), ("&", 8), ("*", 9),
            ("(", 10), (")", 11), ("_", 12), ("+", 13), ("{", 26), ("}", 27), (":", 39),
            ("\"", 40), ("~", 41), ("|", 43), ("<", 51), (">", 52), ("?", 53),
        ]
        let letters: [(Character, UInt16)] = [
            ("q", 16), ("w", 17), ("e", 18), ("r", 19), ("t", 20), ("y", 21), ("u", 22),
            ("i", 23), ("o", 24), ("p", 25), ("a", 30), ("s", 31), ("d", 32), ("f", 33),
            ("g", 34), ("h", 35), ("j", 36), ("k", 37), ("l", 38), ("z", 44), ("x", 45),
            ("c", 46), ("v", 47), ("b", 48), ("n", 49), ("m", 50),
        ]
        for (character, code) in unshifted { keys[character] = Key(code: code, shift: false) }
        for (character, code) in shifted { keys[character] = Key(code: code, shift: true) }
        for (letter, code) in letters {
            keys[letter] = Key(code: code, shift: false)
            keys[Character(letter.uppercased())] = Key(code: code, shift: true)
        }
        return keys
    }()

    /// The digits of the numeric pad, 0 to 9.
    static let pad: [UInt16] = [82, 79, 80, 81, 75, 76, 77, 71, 72, 73]
}
