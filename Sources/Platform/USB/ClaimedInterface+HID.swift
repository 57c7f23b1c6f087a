package import Linux

/// The questions of the HID class.
extension ClaimedInterface {
    /// Asks the device how its reports are laid out (HID 1.11 §7.1.1); waits a second at most.
    package borrowing func reportDescriptor(until stop: EventFlag) throws(USBError) -> [UInt8] {
        // Standard request GET_DESCRIPTOR to the interface, descriptor type 0x22. No device has
        // one longer than 4096 bytes (`HID_MAX_DESCRIPTOR_SIZE` of the kernel); it sends what it has.
        let request = ControlRequest(
            type: 0x81, request: 6, value: 0x2200, index: UInt16(setting.number), length: 4096)
        return try ask(request, until: stop)
    }
}
