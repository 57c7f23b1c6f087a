import CLibUSB
import Glibc
import Linux

/// One asynchronous transfer with its own buffer, driven by the thread that runs it.
@safe
final class Transfer {
    enum Kind: UInt8 {
        /// `LIBUSB_TRANSFER_TYPE_CONTROL`
        case control = 0
        /// `LIBUSB_TRANSFER_TYPE_BULK`
        case bulk = 2
    }

    private let kind: Kind
    private let endpoint: UInt8
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private let done: UnsafeMutablePointer<Int32>
    private let transfer: UnsafeMutablePointer<libusb_transfer>?
    // Set while the kernel may still write to the buffer.
    private var isInFlight = false

    init(_ kind: Kind, endpoint: UInt8, capacity: Int) {
        self.kind = kind
        self.endpoint = endpoint
        unsafe buffer = .allocate(capacity: capacity)
        unsafe buffer.initialize(repeating: 0)
        unsafe done = .allocate(capacity: 1)
        unsafe done.initialize(to: 0)
        unsafe transfer = libusb_alloc_transfer(0)
    }

    deinit {
        // Memory that the kernel may still write to is given up rather than freed; it happens
        // only when libusb's own event handling fails.
        guard !isInFlight else { return }
        unsafe libusb_free_transfer(transfer)
        unsafe done.deallocate()
        unsafe buffer.deallocate()
    }

    /// Puts bytes at the start of the buffer.
    func fill(_ bytes: ArraySlice<UInt8>) {
        _ = unsafe buffer.update(fromContentsOf: bytes)
    }

    /// Copies `count` bytes out of the buffer, leaving out the first `start`.
    func content(_ count: Int, after start: Int = 0) -> [UInt8] {
        unsafe Array(buffer[start..<start + count])
    }

    /// Submits the transfer and waits for its end, as `ClaimedInterface.send` promises.
    ///
    /// `meanwhile` is called after everything that libusb has done, for other transfers' sake.
    func run(
        on device: borrowing USBDeviceHandle, until stop: EventFlag, every milliseconds: Int32,
        meanwhile: () -> Void = {}, stillWaiting: () -> Bool
    ) -> TransferOutcome {
        if let error = submit(on: device) { return failed(error) }
        var reason: TransferOutcome.End?
        var tick = Tick(milliseconds: milliseconds)
        while isInFlight {
            // After a cancel only the transfer's own end counts: it brings the exact count.
            let waiter = EventWaiter(device.context, stop: reason == nil ? stop : nil)
            switch waiter.wait(milliseconds: reason == nil ? tick.remaining : -1) {
            case .events: break
            case .stop: reason = .stopped
            case .failed(let error): return failed(error)
            }
            meanwhile()
            guard !isEnded else { break }
            // By the clock, not by a wait that was quiet: libusb has other things to wake for.
            if reason == nil, tick.isOver, !stillWaiting() { reason = .givenUp }
            if reason != nil { cancel() }
        }
        return end(cancelledBecause: reason)
    }

    /// Hands the transfer to the kernel; says why that was refused.
    func submit(on device: borrowing USBDeviceHandle) -> USBError? {
        guard let transfer = unsafe transfer else { return .noMemory }
        unsafe done.pointee = 0
        unsafe galla_usb_fill(
            transfer, device.pointer, kind.rawValue, endpoint, buffer.baseAddress,
            Int32(buffer.count), done)
        let code = unsafe libusb_submit_transfer(transfer)
        guard code == 0 else { return USBError(rawValue: code) }
        isInFlight = true
        return nil
    }

    /// Whether a submitted transfer has ended; `end` then says how.
    var isEnded: Bool { unsafe done.pointee != 0 }

    /// Asks for the end of a submitted transfer, which comes later.
    func cancel() {
        _ = unsafe libusb_cancel_transfer(transfer)
    }

    /// How a submitted transfer ended; to be asked once, when it has.
    func end(cancelledBecause reason: TransferOutcome.End?) -> TransferOutcome {
        isInFlight = false
        guard let transfer = unsafe transfer else { return failed(.noMemory) }
        return unsafe outcome(of: transfer.pointee, cancelledBecause: reason)
    }

    private func outcome(
        of transfer: libusb_transfer, cancelledBecause reason: TransferOutcome.End?
    ) -> TransferOutcome {
        let end: TransferOutcome.End =
            switch unsafe transfer.status {
            case LIBUSB_TRANSFER_COMPLETED: .completed
            case LIBUSB_TRANSFER_CANCELLED: reason ?? .failed(.inputOutput)
            case LIBUSB_TRANSFER_TIMED_OUT: .failed(.timedOut)
            case LIBUSB_TRANSFER_STALL: .failed(.stalled)
            case LIBUSB_TRANSFER_NO_DEVICE: .failed(.gone)
            case LIBUSB_TRANSFER_OVERFLOW: .failed(.overflow)
            default: .failed(.inputOutput)
            }
        return unsafe TransferOutcome(transferred: Int(transfer.actual_length), end: end)
    }

    private func failed(_ error: USBError) -> TransferOutcome {
        TransferOutcome(transferred: 0, end: .failed(error))
    }
}
