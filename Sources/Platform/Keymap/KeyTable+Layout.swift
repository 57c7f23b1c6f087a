import CXKBCommon
package import Scanning

extension KeyTable {
    /// Reads a layout of this machine's xkb data; costs some milliseconds, once at the start.
    ///
    /// No display server is asked. The numeric pad is read with NumLock on, and is the same at
    /// every level: a scanner that types digits on it means digits.
    package init(layout name: LayoutName) throws(KeymapError) {
        let context = try KeymapContext()
        let symbols = try LayoutSymbols(context.keyboard(name))
        let compositions = try Self.compositions(of: symbols, name, context)
        self.init(name: name.description, compositions: compositions) { code, level in
            KeySymbol.meaning(of: symbols.symbol(of: code, at: level))
        }
    }

    private static func compositions(
        of symbols: LayoutSymbols, _ name: LayoutName, _ context: borrowing KeymapContext
    ) throws(KeymapError) -> [Composition] {
        let dead = symbols.all.filter(KeySymbol.isDead)
        guard !dead.isEmpty else { return [] }
        guard let composer = context.composer() else {
            throw .noCompositions(name.description)
        }
        // Modifiers in between would be passed over: only what is a symbol of a composition is tried.
        let keys = symbols.all.filter { symbol($0) != nil }
        return dead.flatMap { following([$0], keys, composer) }
    }

    /// All compositions that begin like this and can be typed on the layout.
    private static func following(
        _ start: [UInt32], _ keys: [UInt32], _ composer: borrowing Composer
    ) -> [Composition] {
        var found: [Composition] = []
        guard composer.outcome(of: start) == .more else { return found }
        for key in keys {
            switch composer.outcome(of: start + [key]) {
            case .nothing: continue
            case .character(let result):
                let row = (start + [key]).compactMap(symbol)
                found.append(Composition(symbols: row, result: result))
            // No table has more than a few dead keys in a row.
            case .more: if start.count < 4 { found += following(start + [key], keys, composer) }
            }
        }
        return found
    }

    private static func symbol(_ number: UInt32) -> Symbol? {
        switch KeySymbol.meaning(of: number) {
        case .dead(let number): .dead(number)
        case .text(let scalar): .text(scalar)
        case .none, .modifier, .capsLock, .ignored: nil
        }
    }
}
