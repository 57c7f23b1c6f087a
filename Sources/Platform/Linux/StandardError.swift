import SystemPackage

/// The stream for errors.
package enum StandardError {
    /// Writes one line; where stderr is closed there is nobody to tell.
    package static func say(_ line: String) {
        _ = try? FileDescriptor.standardError.writeAll(Array((line + "\n").utf8))
    }
}
