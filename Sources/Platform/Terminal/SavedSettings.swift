import Glibc
import SystemPackage

/// A terminal's settings as they were found, put back when this value goes.
@safe
struct SavedSettings: ~Copyable {
    private let terminal: FileDescriptor
    private let settings: termios

    init(of terminal: FileDescriptor) throws(TerminalError) {
        var found = termios()
        guard unsafe tcgetattr(terminal.rawValue, &found) == 0 else {
            throw TerminalError(.settings, Errno(rawValue: Glibc.errno))
        }
        self.terminal = terminal
        settings = found
    }

    deinit {
        var found = settings
        // A terminal that is gone needs no settings: the failure says nothing more.
        _ = unsafe tcsetattr(terminal.rawValue, TCSADRAIN, &found)
    }
}
