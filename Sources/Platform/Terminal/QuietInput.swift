import Glibc
package import SystemPackage

/// A terminal that shows nothing of what is typed while this lives, and forgets it at the end.
///
/// For scans that arrive as if somebody typed them: a shell must not take them for commands.
@safe
package final class QuietInput {
    private let terminal: FileDescriptor
    private let settings: termios

    /// Quietens a terminal; nil where the descriptor is none.
    ///
    /// Ctrl-C works on.
    package init?(_ terminal: FileDescriptor) {
        var found = termios()
        guard unsafe tcgetattr(terminal.rawValue, &found) == 0 else { return nil }
        self.terminal = terminal
        settings = found
        found.c_lflag &= ~tcflag_t(ECHO | ICANON)
        // A terminal that refuses stays as it is, which does no harm.
        _ = unsafe tcsetattr(terminal.rawValue, TCSADRAIN, &found)
    }

    deinit {
        var found = settings
        // TCSAFLUSH throws away what was typed and not read.
        _ = unsafe tcsetattr(terminal.rawValue, TCSAFLUSH, &found)
    }
}
