/// A keyboard layout as a table: what each key gives at each level, and what dead keys make of it.
///
/// Pure data, so that decoding needs no library: the platform fills one from an xkb layout.
package struct KeyTable: Hashable, Sendable {
    /// The layout's name, for people (`us`, `de(nodeadkeys)`).
    package let name: String
    /// Key codes from here on have no character in any layout (they are buttons).
    package static let codes = 256

    /// What the platform knows of dead keys: symbols in their order, and the text they make.
    package struct Composition: Hashable, Sendable {
        /// A dead key first, then dead keys or characters.
        package let symbols: [Symbol]
        /// What comes of them: one character.
        package let result: Unicode.Scalar

        /// Gathers a composition.
        package init(symbols: [Symbol], result: Unicode.Scalar) {
            self.symbols = symbols
            self.result = result
        }
    }

    /// One step of a composition.
    package enum Symbol: Hashable, Sendable {
        /// A dead key, by its number.
        case dead(UInt16)
        /// A character.
        case text(Unicode.Scalar)
    }

    /// Keys by code, sixteen levels each.
    private let entries: [Entry]
    /// Where a composition goes from a state by a symbol: another state, or a character.
    private let steps: [Step: Entry]
    /// Which key is which bit of the held modifiers.
    let modifierKeys: [(code: UInt16, modifier: KeyModifier)]

    /// Makes a table from what each key means at each level; compositions that clash: the first holds.
    ///
    /// A key that is a modifier at the lowest level is one at every level. At most 16 keys can be.
    package init(
        name: String, compositions: [Composition] = [],
        meaning: (_ code: UInt16, _ level: KeyLevel) -> KeyMeaning
    ) {
        self.name = name
        var entries: [Entry] = []
        entries.reserveCapacity(Self.codes * KeyLevel.count)
        var modifierKeys: [(code: UInt16, modifier: KeyModifier)] = []
        for code in UInt16(0)..<UInt16(Self.codes) {
            var lowest = meaning(code, [])
            if case .modifier(let modifier) = lowest {
                if modifierKeys.count < Entry.mostModifiers {
                    entries += Entry.every(Entry(slot: modifierKeys.count))
                    modifierKeys.append((code, modifier))
                    continue
                }
                lowest = .ignored
            }
            if lowest == .capsLock || lowest == .ignored {
                entries += Entry.every(Entry(lowest))
            } else {
                entries += KeyLevel.all.map { Entry(meaning(code, $0)) }
            }
        }
        self.entries = entries
        self.modifierKeys = modifierKeys
        steps = Self.steps(of: compositions)
    }

    /// What a key means at a level; nothing for a key beyond the table.
    package func meaning(of code: UInt16, at level: KeyLevel) -> KeyMeaning {
        let entry = entry(code, level)
        guard let slot = entry.slot else { return entry.meaning }
        return .modifier(modifierKeys[slot].modifier)
    }

    func entry(_ code: UInt16, _ level: KeyLevel) -> Entry {
        let index = Int(code) * KeyLevel.count + Int(level.rawValue)
        return index < entries.count ? entries[index] : .none
    }

    /// Where a composition goes from a state; `.none` when it does not go on like this.
    func step(from state: UInt32, by entry: Entry) -> Entry {
        steps[Step(state: state, symbol: entry.rawValue)] ?? .none
    }

    package static func == (left: KeyTable, right: KeyTable) -> Bool {
        left.name == right.name && left.entries == right.entries && left.steps == right.steps
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(entries)
    }

    private struct Step: Hashable {
        let state: UInt32
        let symbol: UInt32
    }

    private static func steps(of compositions: [Composition]) -> [Step: Entry] {
        var steps: [Step: Entry] = [:]
        var states: UInt32 = 0
        for composition in compositions where composition.symbols.count > 1 {
            var state: UInt32 = 0
            for (place, symbol) in composition.symbols.enumerated() {
                let key = Step(state: state, symbol: Entry(symbol).rawValue)
                let isLast = place == composition.symbols.count - 1
                if let known = steps[key] {
                    // A shorter sequence that is complete here hides every longer one.
                    guard !isLast, let next = known.state else { break }
                    state = next
                } else if isLast {
                    steps[key] = Entry(KeyMeaning.text(composition.result))
                } else {
                    states += 1
                    steps[key] = Entry(state: states)
                    state = states
                }
            }
        }
        return steps
    }
}
