extension KeyTable {
    /// One place of the table in four bytes: its kind above, its number below.
    struct Entry: Hashable, Sendable {
        let rawValue: UInt32

        /// How many keys of a layout can be modifiers: a bit each in the decoder.
        static let mostModifiers = 16

        static let none = Entry(rawValue: 0)
        static let capsLock = Entry(rawValue: 0x0100_0000)
        static let ignored = Entry(rawValue: 0x0200_0000)
        private static let slots: UInt32 = 0x0300_0000
        private static let dead: UInt32 = 0x0400_0000
        private static let states: UInt32 = 0x0500_0000
        private static let kinds: UInt32 = 0xFF00_0000

        private init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        init(_ meaning: KeyMeaning) {
            switch meaning {
            case .none: self = .none
            case .text(let scalar): rawValue = scalar.value
            case .dead(let number): rawValue = Self.dead | UInt32(number)
            case .modifier, .ignored: self = .ignored
            case .capsLock: self = .capsLock
            }
        }

        init(_ symbol: Symbol) {
            switch symbol {
            case .dead(let number): self.init(KeyMeaning.dead(number))
            case .text(let scalar): self.init(KeyMeaning.text(scalar))
            }
        }

        init(slot: Int) {
            rawValue = Self.slots | UInt32(slot)
        }

        init(state: UInt32) {
            rawValue = Self.states | state
        }

        static func every(_ entry: Entry) -> [Entry] {
            Array(repeating: entry, count: KeyLevel.count)
        }

        /// The character, if it gives one.
        var scalar: Unicode.Scalar? {
            rawValue == 0 ? nil : Unicode.Scalar(rawValue)
        }

        /// Whether it is a dead key.
        var isDead: Bool { rawValue & Self.kinds == Self.dead }

        /// Which of the modifier keys it is; nil for any other.
        var slot: Int? {
            rawValue & Self.kinds == Self.slots ? Int(rawValue & ~Self.kinds) : nil
        }

        /// The state of a composition that it leads to; nil for any other.
        var state: UInt32? {
            rawValue & Self.kinds == Self.states ? rawValue & ~Self.kinds : nil
        }

        /// What it means; a modifier's is known by the table only.
        var meaning: KeyMeaning {
            if let scalar { return .text(scalar) }
            if isDead { return .dead(UInt16(rawValue & 0xFFFF)) }
            return switch self {
            case .capsLock: .capsLock
            case .none: .none
            default: .ignored
            }
        }
    }
}
