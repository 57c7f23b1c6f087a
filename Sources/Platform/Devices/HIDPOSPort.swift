import Hotplug
import Linux
import Scanning
import SystemPackage
import USB

/// A HID-POS scanner: its claimed interface and the decoder of its reports.
///
/// Letting it go gives the interface back to the kernel, which makes its hidraw node again.
final class HIDPOSPort: OpenPort {
    let port: ScannerPort
    let syspath: String

    private let stream: ReportStream
    private var decoder: HIDPOSDecoder
    /// How often in a row the connection was disturbed, and when to try again.
    private var stumbles = 0
    private var retryAt: UInt64?

    /// A disturbed connection is tried again so often, and so much later each time.
    private static let mostStumbles = 20
    private static let pause: UInt64 = 100_000_000

    /// Takes the interface from the kernel's driver and begins to fetch its reports.
    init(
        of record: DeviceRecord, node: String, identity: ScannerIdentity,
        prospect: HIDPOSProspect, settings: ScanSettings, in context: USBContext
    ) throws(PortFailure) {
        do {
            let claimed = try USBDeviceHandle(node: node, in: context).claim(prospect.setting)
            let bytes: [UInt8]
            if let known = prospect.descriptor {
                bytes = known
            } else {
                bytes = try claimed.reportDescriptor(until: try EventFlag())
            }
            let layout = try HIDPOSLayout(descriptor: bytes)
            stream = try ReportStream(claimed, reportBytes: layout.longestReport)
            port = ScannerPort(
                scanner: identity, way: .hidPOS, node: node, detail: .descriptor(bytes))
            decoder = HIDPOSDecoder(layout: layout, settings: settings)
            syspath = record.syspath
        } catch {
            throw PortFailure(any: error, node: node)
        }
    }

    var descriptor: FileDescriptor { stream.descriptor }
    var signalsByOutput: Bool { true }
    var isOurs: Bool { true }

    var deadline: UInt64? {
        guard let retryAt else { return decoder.deadline }
        return min(retryAt, decoder.deadline ?? .max)
    }

    func take() -> String? { nil }

    func read(_ hands: ScannerHands) throws(PortFailure) {
        do throws(USBError) {
            try stream.read { report in
                let now = Clocks.monotonicNanoseconds()
                stumbles = 0
                hands.tap?(.report(port.scanner, report, at: now))
                var found: [Decoded] = []
                decoder.feed(report, at: now) { found.append($0) }
                for decoded in found {
                    hands.deliver(decoded, of: port.scanner, at: now, decoder.traits)
                }
            }
        } catch {
            try stumble(over: error)
        }
    }

    func tick(at now: UInt64, _ hands: ScannerHands) throws(PortFailure) {
        if let decoded = decoder.expire(at: now) {
            hands.deliver(decoded, of: port.scanner, at: now)
        }
        guard let due = retryAt, now >= due else { return }
        retryAt = nil
        do throws(USBError) {
            try stream.restart()
        } catch {
            try stumble(over: error)
        }
    }

    func abandon(_ hands: ScannerHands) {
        if let decoded = decoder.unplug() { hands.deliver(decoded, of: port.scanner, at: 0) }
    }

    /// Waits a moment after an error: a pulled cable looks like a disturbed one at first.
    private func stumble(over error: USBError) throws(PortFailure) {
        guard error != .gone else { throw .gone }
        stumbles += 1
        guard stumbles <= Self.mostStumbles else {
            throw .refused(
                "It cannot be read: \(error). Unplug the scanner and plug it in again.")
        }
        if retryAt == nil { retryAt = Clocks.monotonicNanoseconds() + Self.pause }
    }
}
