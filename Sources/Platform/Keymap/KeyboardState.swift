import CXKBCommon
import Scanning

/// A compiled layout, and the state of a keyboard that has it.
@safe
struct KeyboardState: ~Copyable {
    private let keymap: OpaquePointer
    private let state: OpaquePointer

    /// xkb's key codes are the kernel's and eight, for the sake of X11.
    private static let offset: UInt32 = 8

    /// Takes a compiled layout over.
    init(keymap: OpaquePointer) throws(KeymapError) {
        guard let state = unsafe xkb_state_new(keymap) else {
            unsafe xkb_keymap_unref(keymap)
            throw .noMemory
        }
        unsafe self.keymap = keymap
        unsafe self.state = state
    }

    deinit {
        unsafe xkb_state_unref(state)
        unsafe xkb_keymap_unref(keymap)
    }

    /// The symbol that a key gives now; 0 for none, and for keys that give several at once.
    func symbol(of code: UInt16) -> UInt32 {
        unsafe xkb_state_key_get_one_sym(state, UInt32(code) + Self.offset)
    }

    /// Presses a key, or lets it go.
    func change(_ code: UInt16, isPressed: Bool) {
        _ = unsafe xkb_state_update_key(
            state, UInt32(code) + Self.offset, isPressed ? XKB_KEY_DOWN : XKB_KEY_UP)
    }

    /// Presses a key and lets it go.
    func tap(_ code: UInt16) {
        change(code, isPressed: true)
        change(code, isPressed: false)
    }

    /// The first key that gives one of these symbols with nothing held; nil when there is none.
    func key(giving symbols: [Int32]) -> UInt16? {
        (0..<UInt16(KeyTable.codes)).first { code in
            symbols.contains { UInt32($0) == symbol(of: code) }
        }
    }
}
