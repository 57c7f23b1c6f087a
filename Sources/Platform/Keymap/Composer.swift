import CXKBCommon

/// The tables of what dead keys make of the keys behind them.
@safe
struct Composer: ~Copyable {
    private let table: OpaquePointer
    private let state: OpaquePointer?

    /// Takes a table over.
    init(table: OpaquePointer) {
        unsafe self.table = table
        unsafe state = xkb_compose_state_new(table, XKB_COMPOSE_STATE_NO_FLAGS)
    }

    deinit {
        unsafe xkb_compose_state_unref(state)
        unsafe xkb_compose_table_unref(table)
    }

    /// How far a row of symbols leads.
    enum Outcome: Hashable {
        /// No composition begins like this.
        case nothing
        /// There are longer ones that do.
        case more
        /// It is a whole one, and gives this character.
        case character(Unicode.Scalar)
    }

    /// What comes of these symbols, one after the other.
    func outcome(of symbols: [UInt32]) -> Outcome {
        guard let state = unsafe state else { return .nothing }
        unsafe xkb_compose_state_reset(state)
        for symbol in symbols { _ = unsafe xkb_compose_state_feed(state, symbol) }
        switch unsafe xkb_compose_state_get_status(state) {
        case XKB_COMPOSE_COMPOSING: return .more
        case XKB_COMPOSE_COMPOSED: return unsafe character(of: state)
        default: return .nothing
        }
    }

    /// Compositions that make more than one character are left out: no code has them.
    private func character(of state: OpaquePointer) -> Outcome {
        var bytes = [CChar](repeating: 0, count: 64)
        let length = unsafe xkb_compose_state_get_utf8(state, &bytes, bytes.count)
        guard length > 0, Int(length) < bytes.count else { return .nothing }
        let text = String(
            decoding: bytes.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
            return .nothing
        }
        return .character(scalar)
    }
}
