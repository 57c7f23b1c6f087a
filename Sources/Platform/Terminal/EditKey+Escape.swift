extension EditKey {
    /// The key that an escape sequence stands for, without its ESC (ECMA-48, xterm, Linux console).
    ///
    /// nil for one that does nothing here: function keys, mouse and focus reports.
    init?(sequence: [UInt8]) {
        switch String(decoding: sequence, as: UTF8.self) {
        case "[A", "OA": self = .previous
        case "[B", "OB": self = .next
        case "[C", "OC": self = .right
        case "[D", "OD": self = .left
        case "[H", "OH", "[1~", "[7~": self = .lineStart
        case "[F", "OF", "[4~", "[8~": self = .lineEnd
        case "[3~": self = .delete
        case "[1;5D", "[1;3D": self = .wordLeft
        case "[1;5C", "[1;3C": self = .wordRight
        default: return nil
        }
    }
}
