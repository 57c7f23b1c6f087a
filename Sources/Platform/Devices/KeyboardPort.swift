import Evdev
import Hotplug
import Scanning
import SystemPackage

/// A scanner that types: its input device and the decoder of its keys.
final class KeyboardPort: OpenPort {
    let port: ScannerPort
    let syspath: String
    private(set) var isOurs: Bool
    private let manner: ScannerSetup.Manner

    private var device: InputDevice
    private var decoder: KeyDecoder

    /// Opens a node; nothing is taken from anybody yet.
    ///
    /// Refuses a device without the keys of a scanner, asked of the device itself.
    init(
        of record: DeviceRecord, node: String, identity: ScannerIdentity, setup: ScannerSetup
    ) throws(PortFailure) {
        let keys: KeySet
        do throws(EvdevError) {
            device = try InputDevice(node: node)
            keys = try device.keys()
        } catch {
            throw PortFailure(error)
        }
        guard ScannerVerdict.canScan(keys) else { throw .refused(ScannerVerdict.noKeys) }
        port = ScannerPort(
            scanner: identity, way: .keyboard, node: node, detail: .keys(keys.members))
        decoder = KeyDecoder(settings: setup.settings)
        manner = setup.manner
        isOurs = manner == .beside
        syspath = record.syspath
        device.hideScanCodes()
    }

    var descriptor: FileDescriptor { device.descriptor }
    var signalsByOutput: Bool { false }
    var deadline: UInt64? { decoder.deadline }

    /// Takes it for us alone as soon as none of its keys is down.
    func take() throws(PortFailure) -> String? {
        guard !isOurs else { return nil }
        do throws(EvdevError) {
            isOurs = try device.grabIfIdle()
            // A scanner that makes up for the console's CapsLock has nothing to make up for here.
            if isOurs { device.putOutCapsLock() }
        } catch {
            throw PortFailure(error)
        }
        return isOurs ? nil : ScannerRefusal.keyHeld(port.node)
    }

    func read(_ hands: ScannerHands) throws(PortFailure) {
        do throws(EvdevError) {
            var late: [InputEvent] = []
            try device.read { event in
                if late.isEmpty, !event.isLoss { take(event, hands) } else { late.append(event) }
            }
            if !late.isEmpty { try catchUp(on: late, hands) }
        } catch {
            throw PortFailure(error)
        }
    }

    private func take(_ event: InputEvent, _ hands: ScannerHands) {
        hands.tap?(.key(port.scanner, event))
        guard isOurs, let decoded = decoder.feed(event) else { return }
        hands.deliver(decoded, of: port.scanner, at: event.time, decoder.traits)
    }

    /// Goes on after the kernel has lost events, of which `late` has the mark and all behind it.
    ///
    /// Another descriptor asks which keys are down: the kernel answers that by throwing away the key
    /// events that wait on the one that asks (evdev_handle_get_val), and a scan would have a hole.
    private func catchUp(
        on late: [InputEvent], _ hands: ScannerHands
    ) throws(EvdevError) {
        var late = late
        var down = try InputDevice(node: port.node).keysDown().members
        for _ in 0..<Self.mostQuestions {
            let known = late.count
            try device.read { late.append($0) }
            // Nothing came while it was asked: the answer is the state behind the last event.
            if late.count == known { break }
            down = try InputDevice(node: port.node).keysDown().members
        }
        let loss = KeyLoss(late)
        for event in loss.void { take(event, hands) }
        let held = loss.heldBefore(downNow: down)
        hands.tap?(.held(port.scanner, held, at: loss.void.last?.time ?? 0))
        decoder.resynchronise { held.contains($0) }
        for event in loss.whole { take(event, hands) }
    }

    /// So often it is asked anew because keys have come meanwhile; a scanner pauses before that.
    private static let mostQuestions = 8

    func tick(at now: UInt64, _ hands: ScannerHands) {
        guard let decoded = decoder.expire(at: now) else { return }
        hands.deliver(decoded, of: port.scanner, at: now, decoder.traits)
    }

    func abandon(_ hands: ScannerHands) {
        if let decoded = decoder.unplug() { hands.deliver(decoded, of: port.scanner, at: 0) }
    }
}
