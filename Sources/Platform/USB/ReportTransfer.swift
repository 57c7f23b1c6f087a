import CLibUSB

/// One interrupt transfer with its own buffer, begun again and again.
@safe
final class ReportTransfer {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private let done: UnsafeMutablePointer<Int32>
    private let transfer: UnsafeMutablePointer<libusb_transfer>
    private let endpoint: UInt8
    // Set while the kernel may still write to the buffer.
    private var isSubmitted = false
    // Set when what it brought has been handed over.
    private var isTaken = true

    init(endpoint: UInt8, capacity: Int) throws(USBError) {
        guard let transfer = unsafe libusb_alloc_transfer(0) else { throw .noMemory }
        unsafe self.transfer = transfer
        self.endpoint = endpoint
        unsafe buffer = .allocate(capacity: capacity)
        unsafe buffer.initialize(repeating: 0)
        unsafe done = .allocate(capacity: 1)
        unsafe done.initialize(to: 0)
    }

    deinit {
        // Memory that the kernel may still write to is given up rather than freed.
        guard !isInFlight else { return }
        unsafe libusb_free_transfer(transfer)
        unsafe done.deallocate()
        unsafe buffer.deallocate()
    }

    /// Whether it has been begun and has not ended.
    var isInFlight: Bool { unsafe isSubmitted && done.pointee == 0 }

    /// Begins it; it must not be under way.
    func submit(on device: borrowing USBDeviceHandle) throws(USBError) {
        unsafe done.pointee = 0
        // 3 is LIBUSB_TRANSFER_TYPE_INTERRUPT.
        unsafe galla_usb_fill(
            transfer, device.pointer, 3, endpoint, buffer.baseAddress, Int32(buffer.count), done)
        isSubmitted = false
        try USBError.check(unsafe libusb_submit_transfer(transfer))
        isSubmitted = true
        isTaken = false
    }

    /// Asks the kernel to end it; it has ended when `isInFlight` says so.
    func cancel() {
        guard isInFlight else { return }
        _ = unsafe libusb_cancel_transfer(transfer)
    }

    /// The report that has arrived, once; nil for an empty packet; throws what ended it otherwise.
    func take() throws(USBError) -> [UInt8]? {
        guard !isTaken else { return nil }
        isTaken = true
        switch unsafe transfer.pointee.status {
        case LIBUSB_TRANSFER_COMPLETED:
            let count = unsafe Int(transfer.pointee.actual_length)
            return unsafe count == 0 ? nil : Array(buffer[0..<count])
        case LIBUSB_TRANSFER_NO_DEVICE: throw .gone
        case LIBUSB_TRANSFER_STALL: throw .stalled
        case LIBUSB_TRANSFER_OVERFLOW: throw .overflow
        case LIBUSB_TRANSFER_TIMED_OUT: throw .timedOut
        default: throw .inputOutput
        }
    }
}
