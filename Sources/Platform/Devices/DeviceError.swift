/// A device or the kernel interface to it cannot be used; the text says what to do next.
package struct DeviceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One or two sentences for the person who can act.
    package let description: String

    /// Makes an error from its sentence.
    package init(_ description: String) {
        self.description = description
    }
}
