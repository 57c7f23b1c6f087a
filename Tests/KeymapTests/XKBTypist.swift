import CXKBCommon
import Scanning

/// Types text on a layout: which keys give which character is asked of xkb's own state machine.
///
/// It knows nothing of `KeyTable`: it presses keys of a keyboard, held modifiers and dead keys
/// included, and notes what a desktop would show.
@safe
final class XKBTypist {
    /// A key with what is held with it.
    struct Stroke: Hashable {
        let held: [UInt16]
        let code: UInt16
    }

    /// How each character that this layout can type is typed.
    private(set) var strokes: [Unicode.Scalar: [Stroke]] = [:]

    private let context: OpaquePointer
    private let keymap: OpaquePointer
    private let state: OpaquePointer
    private var compose: OpaquePointer?

    static let shift: UInt16 = 42
    static let altGr: UInt16 = 100
    static let capsLock: UInt16 = 58

    /// Tries every key of a keyboard with 105 keys, with CapsLock on or off.
    init?(layout: String, variant: String, capsLock: Bool) {
        guard let context = unsafe xkb_context_new(XKB_CONTEXT_NO_FLAGS) else { return nil }
        unsafe self.context = context
        let keymap = unsafe layout.withCString { layout in
            unsafe variant.withCString { variant in
                var names = unsafe xkb_rule_names(
                    rules: nil, model: nil, layout: layout, variant: variant, options: nil)
                return unsafe xkb_keymap_new_from_names(
                    context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS)
            }
        }
        guard let keymap = unsafe keymap, let state = unsafe xkb_state_new(keymap) else {
            return nil
        }
        unsafe self.keymap = keymap
        unsafe self.state = state
        let table = unsafe xkb_compose_table_new_from_locale(
            context, "en_US.UTF-8", XKB_COMPOSE_COMPILE_NO_FLAGS)
        unsafe compose = unsafe table.flatMap {
            unsafe xkb_compose_state_new($0, XKB_COMPOSE_STATE_NO_FLAGS)
        }
        if capsLock {
            change(Self.capsLock, true)
            change(Self.capsLock, false)
        }
        findStrokes()
    }

    private func change(_ code: UInt16, _ isDown: Bool) {
        _ = unsafe xkb_state_update_key(
            state, UInt32(code) + 8, isDown ? XKB_KEY_DOWN : XKB_KEY_UP)
    }

    private func symbol(_ stroke: Stroke) -> UInt32 {
        for code in stroke.held { change(code, true) }
        let symbol = unsafe xkb_state_key_get_one_sym(state, UInt32(stroke.code) + 8)
        for code in stroke.held.reversed() { change(code, false) }
        return symbol
    }

    private func findStrokes() {
        let isAltGr =
            unsafe xkb_state_key_get_one_sym(state, UInt32(Self.altGr) + 8)
            == UInt32(XKB_KEY_ISO_Level3_Shift)
        var held: [[UInt16]] = [[], [Self.shift]]
        if isAltGr { held += [[Self.altGr], [Self.altGr, Self.shift]] }
        // Codes of the main block; the numeric pad has a test of its own.
        let rows: [ClosedRange<UInt16>] = [2...13, 16...27, 30...41, 43...53, 57...57, 86...86]
        let codes = rows.flatMap { Array($0) }
        let all = held.flatMap { held in codes.map { Stroke(held: held, code: $0) } }
        let symbols = all.map(symbol)
        var dead: [(Stroke, UInt32)] = []
        for (stroke, symbol) in zip(all, symbols) {
            unsafe xkb_compose_state_reset(compose)
            _ = unsafe xkb_compose_state_feed(compose, symbol)
            if unsafe xkb_compose_state_get_status(compose) == XKB_COMPOSE_COMPOSING {
                dead.append((stroke, symbol))
            } else if let scalar = Unicode.Scalar(xkb_keysym_to_utf32(symbol)),
                scalar.value >= 0x20, strokes[scalar] == nil
            {
                strokes[scalar] = [stroke]
            }
        }
        for (first, deadSymbol) in dead {
            for (second, symbol) in zip(all, symbols) {
                unsafe xkb_compose_state_reset(compose)
                _ = unsafe xkb_compose_state_feed(compose, deadSymbol)
                _ = unsafe xkb_compose_state_feed(compose, symbol)
                guard let scalar = composed(), strokes[scalar] == nil else { continue }
                strokes[scalar] = [first, second]
            }
        }
    }

    private func composed() -> Unicode.Scalar? {
        guard unsafe xkb_compose_state_get_status(compose) == XKB_COMPOSE_COMPOSED else {
            return nil
        }
        var bytes = [CChar](repeating: 0, count: 32)
        let count = Int(unsafe xkb_compose_state_get_utf8(compose, &bytes, bytes.count))
        let text = String(
            decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
}
