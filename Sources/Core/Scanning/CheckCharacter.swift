/// The check character of ISO/IEC 7064, MOD 37,36, over letters and digits.
///
/// It notices every single wrong character and every swap of two neighbours.
enum CheckCharacter {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    /// The character that belongs behind these; all that are no capitals or digits do not count.
    static func of(_ characters: some Sequence<UInt8>) -> Character {
        var sum = 36
        for character in characters {
            guard let value = value(character) else { continue }
            sum = (sum + value) % 36
            sum = (sum == 0 ? 36 : sum) * 2 % 37
        }
        return alphabet[(37 - sum) % 36]
    }

    private static func value(_ character: UInt8) -> Int? {
        switch character {
        case 0x30...0x39: Int(character) - 0x30
        case 0x41...0x5A: Int(character) - 0x41 + 10
        default: nil
        }
    }
}
