package import SystemPackage

/// The terminal could not be prepared for typing; its settings are as they were.
package struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done when it failed.
    package enum Step: String, Hashable, Sendable {
        /// Reading the terminal's settings.
        case settings = "read the terminal's settings"
        /// Choosing the UTF-8 locale.
        case locale = "find the locale C.UTF-8 (Debian package libc-bin)"
        /// Starting libedit.
        case editor = "start the line editor"
    }

    /// The step that failed.
    package let step: Step
    /// The system's reason.
    package let errno: Errno

    init(_ step: Step, _ errno: Errno) {
        self.step = step
        self.errno = errno
    }

    /// One sentence with what to do.
    package var description: String {
        "Cannot \(step.rawValue): \(errno). Nothing was sold or changed. Start the till in another "
            + "terminal, or give it its lines through a pipe."
    }
}
