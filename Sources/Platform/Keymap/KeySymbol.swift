import CXKBCommon
import Scanning

/// What xkb's symbols mean to a decoder of scans.
enum KeySymbol {
    /// What a key with this symbol does.
    static func meaning(of symbol: UInt32) -> KeyMeaning {
        if let modifier = modifier(of: symbol) { return .modifier(modifier) }
        if isDead(symbol) { return .dead(UInt16(truncatingIfNeeded: symbol)) }
        switch Int32(bitPattern: symbol) {
        case XKB_KEY_Return, XKB_KEY_KP_Enter, XKB_KEY_ISO_Enter: return .text("\r")
        case XKB_KEY_Tab, XKB_KEY_ISO_Left_Tab, XKB_KEY_KP_Tab: return .text("\t")
        case XKB_KEY_Linefeed: return .text("\n")
        case XKB_KEY_Caps_Lock: return .capsLock
        case XKB_KEY_Num_Lock, XKB_KEY_Scroll_Lock, XKB_KEY_Shift_Lock, XKB_KEY_Super_L,
            XKB_KEY_Super_R, XKB_KEY_Hyper_L, XKB_KEY_Hyper_R, XKB_KEY_Mode_switch,
            XKB_KEY_ISO_Next_Group, XKB_KEY_Eisu_toggle:
            return .ignored
        default: return text(of: symbol)
        }
    }

    /// Whether a symbol changes the next one.
    static func isDead(_ symbol: UInt32) -> Bool {
        // Up to the last dead key that the keyboard extension's list has room for.
        UInt32(XKB_KEY_dead_grave)...0xFE93 ~= symbol
    }

    private static func modifier(of symbol: UInt32) -> KeyModifier? {
        switch Int32(bitPattern: symbol) {
        case XKB_KEY_Shift_L, XKB_KEY_Shift_R: .shift
        case XKB_KEY_Control_L, XKB_KEY_Control_R: .control
        case XKB_KEY_Alt_L, XKB_KEY_Alt_R, XKB_KEY_Meta_L, XKB_KEY_Meta_R: .alt
        case XKB_KEY_ISO_Level3_Shift: .altGr
        case XKB_KEY_ISO_Level5_Shift: .fifth
        default: nil
        }
    }

    /// Escape, Backspace and their like have a number but no place in a code.
    private static func text(of symbol: UInt32) -> KeyMeaning {
        guard let scalar = Unicode.Scalar(xkb_keysym_to_utf32(symbol)),
            scalar.value >= 0x20, !(0x7F...0x9F ~= scalar.value)
        else { return .none }
        return .text(scalar)
    }
}
