import CUMockdev

/// A transfer that the driver has submitted and not had back yet, in the kernel's place.
struct MockTransfer {
    /// The kernel's structure, for giving it back.
    let memory: MockTransferMemory
    /// Endpoint address, zero for control.
    let endpoint: UInt8
    /// The bytes to send, or the setup and the room for the answer.
    let bytes: [UInt8]
    /// How many bytes went through.
    var actual = 0
    /// The kernel's status: zero, or a negative error number.
    var status: Int32 = 0
    /// The answer to a question.
    var answer: [UInt8] = []
}

/// The driver's memory of a transfer as umockdev copied it.
@safe
final class MockTransferMemory: @unchecked Sendable {
    // Touched by umockdev's thread alone.
    let urb: UnsafeMutablePointer<UMockdevIoctlData>
    private let buffer: UnsafeMutablePointer<UMockdevIoctlData>

    /// Takes over what the request points at; nil when the driver's memory cannot be read.
    init?(argument: UnsafeMutablePointer<UMockdevIoctlData>) {
        guard
            let urb = unsafe galla_mock_resolve(argument, 0, MemoryLayout<usbdevfs_urb>.size)
        else { return nil }
        let length = unsafe Self.structure(urb).pointee.buffer_length
        guard
            let buffer = unsafe galla_mock_resolve(urb, galla_urb_buffer_offset(), Int(length))
        else {
            unsafe galla_mock_release(urb)
            return nil
        }
        unsafe self.urb = unsafe urb
        unsafe self.buffer = unsafe buffer
    }

    deinit {
        unsafe galla_mock_release(buffer)
        unsafe galla_mock_release(urb)
    }

    /// The address that the driver knows the transfer by.
    var address: UInt { unsafe UInt(urb.pointee.client_addr) }

    /// The transfer as it was submitted.
    var submitted: MockTransfer {
        let structure = unsafe Self.structure(urb).pointee
        let bytes = unsafe Array(
            UnsafeBufferPointer(start: buffer.pointee.data, count: Int(buffer.pointee.data_len)))
        return unsafe MockTransfer(memory: self, endpoint: structure.endpoint, bytes: bytes)
    }

    /// Writes down how the transfer ended, for the driver to read.
    func finish(_ transfer: MockTransfer) {
        let structure = unsafe Self.structure(urb)
        unsafe structure.pointee.status = transfer.status
        unsafe structure.pointee.actual_length = Int32(transfer.actual)
        for (offset, byte) in transfer.answer.enumerated() {
            // An answer lies behind the eight setup bytes.
            unsafe buffer.pointee.data[8 + offset] = byte
        }
    }

    private static func structure(
        _ urb: UnsafeMutablePointer<UMockdevIoctlData>
    ) -> UnsafeMutablePointer<usbdevfs_urb> {
        unsafe UnsafeMutableRawPointer(urb.pointee.data).assumingMemoryBound(to: usbdevfs_urb.self)
    }
}
