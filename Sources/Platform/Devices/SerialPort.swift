import Hotplug
import Linux
import Scanning
import Serial
import SystemPackage

/// A scanner on a serial line: the line and the framer of its bytes.
final class SerialPort: OpenPort {
    let port: ScannerPort
    let syspath: String

    private var device: SerialDevice
    private var framer: ByteFramer

    /// Opens a line for us alone; a scan that is half over by then is not seen from its beginning.
    init(
        of record: DeviceRecord, node: String, identity: ScannerIdentity, line: SerialLine,
        settings: ScanSettings
    ) throws(PortFailure) {
        do throws(SerialError) {
            device = try SerialDevice.open(node: node, line: line)
        } catch {
            throw PortFailure(error)
        }
        port = ScannerPort(
            scanner: identity, way: .serial, node: node, detail: .line("\(line)"))
        framer = ByteFramer(settings: settings)
        syspath = record.syspath
    }

    var descriptor: FileDescriptor { device.descriptor }
    var signalsByOutput: Bool { false }
    var isOurs: Bool { true }
    var deadline: UInt64? { framer.deadline }

    func take() -> String? { nil }

    func read(_ hands: ScannerHands) throws(PortFailure) {
        do throws(SerialError) {
            try device.read { bytes in frame(bytes, hands) }
        } catch {
            throw PortFailure(error)
        }
    }

    func tick(at now: UInt64, _ hands: ScannerHands) {
        guard let decoded = framer.expire(at: now) else { return }
        hands.deliver(decoded, of: port.scanner, at: now, framer.traits)
    }

    func abandon(_ hands: ScannerHands) {
        if let decoded = framer.unplug() { hands.deliver(decoded, of: port.scanner, at: 0) }
    }

    private func frame(_ bytes: [UInt8?], _ hands: ScannerHands) {
        // The kernel keeps no time of its own for a byte.
        let now = Clocks.monotonicNanoseconds()
        hands.tap?(.bytes(port.scanner, bytes.map { $0 ?? 0 }, at: now))
        for piece in bytes.split(separator: nil, omittingEmptySubsequences: false).enumerated() {
            // Between two pieces a byte was damaged on the line.
            if piece.offset > 0 {
                hands.deliver(framer.lose(at: now), of: port.scanner, at: now)
            }
            var found: [Decoded] = []
            framer.feed(piece.element.lazy.compactMap { $0 }, at: now) { found.append($0) }
            for decoded in found {
                hands.deliver(decoded, of: port.scanner, at: now, framer.traits)
            }
        }
    }
}
