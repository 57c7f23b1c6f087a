import CLibUSB
import Glibc
import Linux
package import SystemPackage

/// The reports of a HID interface, fetched all the time, several transfers ahead of the reader.
///
/// Nothing blocks: `descriptor` has room for output (that is how usbfs says it) when `read` has
/// something to do. Used by one thread. Letting it go ends the transfers and gives the interface
/// back to the kernel's driver.
@safe
package final class ReportStream {
    private let claimed: ClaimedInterface
    private var transfers: [ReportTransfer] = []
    /// The transfer that ends next: the kernel ends them in the order in which they were begun.
    private var next = 0
    /// No transfer is begun any more, because one ended badly.
    private var isHalted = false

    /// So many reports can arrive between two looks; a scanner sends one in a few milliseconds.
    private static let transferCount = 4

    /// Begins to fetch reports of at most so many bytes; gives the interface back when it throws.
    package init(_ claimed: consuming ClaimedInterface, reportBytes: Int) throws(USBError) {
        self.claimed = claimed
        guard let endpoint = self.claimed.setting.interruptIn else { throw .notFound }
        // A transfer ends at a packet that is not full: with room for whole packets only, a longer
        // report than stated is an overflow, never the beginning of the next one.
        let packet = max(Int(endpoint.packetBytes), 1)
        let room = (max(reportBytes, 1) + packet - 1) / packet * packet
        for _ in 0..<Self.transferCount {
            let transfer = try ReportTransfer(endpoint: endpoint.address, capacity: room)
            try transfer.submit(on: self.claimed.device)
            transfers.append(transfer)
        }
    }

    deinit {
        endAll()
    }

    /// Has room for output while a report waits to be read; it stays the stream's own.
    package var descriptor: FileDescriptor { claimed.device.descriptor }

    /// Hands over every report that has arrived, in order, those before an error included.
    ///
    /// Then throws what ended a transfer, if anything did. `gone` is final; after another error the
    /// transfers that have ended stay ended until `restart`.
    package func read(_ body: ([UInt8]) -> Void) throws(USBError) {
        var failure = handleEvents(milliseconds: 0)
        if failure != nil { isHalted = true }
        // Several reports can have arrived before the cable was pulled: none of them may be left
        // behind because the first transfer cannot be begun again.
        var ended = 0
        while !transfers[next].isInFlight, !isHalted || ended < transfers.count {
            do throws(USBError) {
                if let report = try transfers[next].take() { body(report) }
                if !isHalted { try transfers[next].submit(on: claimed.device) }
            } catch {
                isHalted = true
                if failure == nil { failure = error }
            }
            next = (next + 1) % transfers.count
            ended += 1
        }
        if let failure { throw failure }
    }

    /// Begins again after an error that was not `gone`: what was fetched ahead is thrown away.
    package func restart() throws(USBError) {
        endAll()
        guard !transfers.contains(where: \.isInFlight) else { throw .inputOutput }
        if let endpoint = claimed.setting.interruptIn { try claimed.clearHalt(endpoint) }
        for transfer in transfers { try transfer.submit(on: claimed.device) }
        next = 0
        isHalted = false
    }

    private func endAll() {
        for transfer in transfers { transfer.cancel() }
        // A cancelled transfer ends at once, and one of a device that is gone has ended already.
        // The limit is for a kernel that does neither: then its memory is given up.
        var attempts = 0
        while attempts < 50, transfers.contains(where: \.isInFlight) {
            guard handleEvents(milliseconds: 20) == nil else { break }
            attempts += 1
        }
    }

    private func handleEvents(milliseconds: Int) -> USBError? {
        var limit = timeval(tv_sec: 0, tv_usec: milliseconds * 1000)
        let code = unsafe libusb_handle_events_timeout_completed(
            claimed.device.context.pointer, &limit, nil)
        let error = USBError(rawValue: code)
        return code == 0 || error == .interrupted ? nil : error
    }
}
