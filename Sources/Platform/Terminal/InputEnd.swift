package import SystemPackage

/// Why no further line comes from a terminal or a script.
package enum InputEnd: Hashable, Sendable {
    /// The stop flag was raised.
    case stopped
    /// The script is over, or Ctrl-D was typed on an empty line.
    case ended
    /// The terminal is gone: its window was closed or its connection broke.
    case hungUp
    /// Reading or waiting failed for the kernel's reason.
    case failed(Errno)
}
