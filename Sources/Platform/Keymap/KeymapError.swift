/// A keyboard layout cannot be had; nothing is left open.
package enum KeymapError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is no name of a layout.
    case malformed(String)
    /// The machine's xkb data have no such layout, or no such variant of it.
    case unknown(String)
    /// The layout has dead keys and the tables that say what they make are not installed.
    case noCompositions(String)
    /// libxkbcommon could not be started.
    case noMemory

    /// One sentence with what to do next.
    package var description: String {
        switch self {
        case .malformed(let name):
            "`\(name)` is no name of a keyboard layout. Write it as us, de or de(nodeadkeys)."
        case .unknown(let name):
            "This machine knows no keyboard layout \(name). The names are in "
                + "/usr/share/X11/xkb/rules/evdev.lst (Debian's package xkb-data)."
        case .noCompositions(let name):
            "The layout \(name) has dead keys, and the tables for them are not installed. "
                + "Install Debian's package libx11-data."
        case .noMemory:
            "The keyboard layout cannot be read: no memory."
        }
    }
}
