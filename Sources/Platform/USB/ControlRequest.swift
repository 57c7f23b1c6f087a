/// A question on the control pipe (USB 2.0 §9.3); the answer comes from the device.
package struct ControlRequest: Hashable, Sendable {
    /// The eight setup bytes: type, request, value, index and length, little-endian.
    package let setup: [UInt8]
    /// How many bytes the answer may have.
    package let length: UInt16

    /// Makes a request that reads `length` bytes from the device.
    package init(type: UInt8, request: UInt8, value: UInt16, index: UInt16, length: UInt16) {
        precondition(type & 0x80 != 0, "a question is a device-to-host request")
        self.length = length
        setup =
            [type, request]
            + [value, index, length].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }
}
