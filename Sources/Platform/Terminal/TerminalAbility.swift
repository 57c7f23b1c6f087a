import CLibEdit
import Glibc
package import SystemPackage

/// What an output can show.
package enum TerminalAbility {
    /// Whether lines can be edited here: both ends are a terminal that moves its cursor.
    ///
    /// `TERM=dumb` (an editor's shell window) is one that does not.
    package static func canEdit(input: FileDescriptor, output: FileDescriptor) -> Bool {
        isatty(input.rawValue) == 1 && isatty(output.rawValue) == 1
            && variable("TERM") != "dumb"
    }

    /// Whether to use colours: a terminal, and `NO_COLOR` (no-color.org) unset or empty.
    package static func showsColours(_ output: FileDescriptor) -> Bool {
        isatty(output.rawValue) == 1 && (variable("NO_COLOR") ?? "").isEmpty
            && variable("TERM") != "dumb"
    }

    /// The terminal's width now, in columns; 80 where it does not tell.
    static func columns(_ output: FileDescriptor) -> Int {
        let columns = galla_terminal_columns(output.rawValue)
        return columns > 0 ? Int(columns) : 80
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
