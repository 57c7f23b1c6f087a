import Linux

/// The device's own words: one transfer that always waits for them, so that none is missed.
///
/// Some firmware answers "nothing" with an empty packet again and again: then the next question
/// waits, longer each time up to a second, or the processor would do nothing else.
final class InboundPipe {
    // Let go of before the device is: libusb's transfers know their device.
    private var transfer: Transfer?
    private var isListening = false
    private var isBroken = false
    private var emptyInARow = 0
    private var pausedUntil: UInt64?

    private static let capacity = 512

    init(_ endpoint: USBEndpoint) {
        transfer = Transfer(
            .bulk, endpoint: endpoint.address,
            capacity: max(Self.capacity, Int(endpoint.packetBytes)))
    }

    /// Asks for the next words unless that is done already, or a pause is on.
    func listen(on device: borrowing USBDeviceHandle) {
        guard let transfer, !isListening, !isBroken else { return }
        if let pausedUntil, Clocks.monotonicNanoseconds() < pausedUntil { return }
        pausedUntil = nil
        // A refusal is the device's going, which is told by whoever writes to it.
        isListening = transfer.submit(on: device) == nil
        isBroken = !isListening
    }

    /// What has come, asking for more; empty when nothing has.
    func take(on device: borrowing USBDeviceHandle) -> [UInt8] {
        guard let transfer, isListening, transfer.isEnded else { return [] }
        isListening = false
        let outcome = transfer.end(cancelledBecause: nil)
        let words = transfer.content(outcome.transferred)
        switch outcome.end {
        case .completed: pause(ifEmpty: words.isEmpty)
        case .failed(.gone): isBroken = true
        // A stall or a disturbed packet: the pipe is asked again after a while.
        case .failed, .stopped, .givenUp: pause(ifEmpty: true)
        }
        listen(on: device)
        return words
    }

    /// How long a pause still lasts, in milliseconds; negative without one.
    var restMilliseconds: Int32 {
        guard let pausedUntil else { return -1 }
        let now = Clocks.monotonicNanoseconds()
        return now >= pausedUntil ? 0 : Int32((pausedUntil - now) / 1_000_000) + 1
    }

    /// Takes the waiting transfer back, so that the device can be closed.
    func close(_ context: USBContext) {
        defer { transfer = nil }
        guard let transfer, isListening else { return }
        transfer.cancel()
        let waiter = EventWaiter(context, stop: nil)
        // It ends at once; only libusb's own event handling could fail, and then memory is lost.
        for _ in 0..<20 where !transfer.isEnded {
            guard case .events = waiter.wait(milliseconds: 50) else { break }
        }
        if transfer.isEnded { _ = transfer.end(cancelledBecause: .givenUp) }
        isListening = false
    }

    private func pause(ifEmpty isEmpty: Bool) {
        emptyInARow = isEmpty ? emptyInARow + 1 : 0
        guard isEmpty else { return }
        let milliseconds = min(UInt64(50) << UInt64(min(emptyInARow, 5)), 1_000)
        pausedUntil = Clocks.monotonicNanoseconds() + milliseconds * 1_000_000
    }
}
