import Evdev
import Hotplug
import Scanning
import System
import SystemPackage

/// A scanner that types: its input device and the decoder of its keys.
final class KeyboardPort: OpenPort {
    let port: ScannerPort
    let syspath: String
    private(set) var isOurs: Bool
    private let manner: ScannerSetup.Manner

    private var device: InputDevice
    private var decoder: KeyDecoder
    private var lostEvents = false

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
            try device.read { event in
                hands.tap?(.key(port.scanner, event))
                guard isOurs, let decoded = decoder.feed(event) else { return }
                if decoded == .discarded(.eventsLost) { lostEvents = true }
                hands.deliver(decoded, of: port.scanner, at: event.time, decoder.traits)
            }
            guard lostEvents else { return }
            lostEvents = false
            let down = try device.keysDown()
            hands.tap?(.held(port.scanner, down.members, at: Clocks.monotonicNanoseconds()))
            decoder.resynchronise { down.contains($0) }
        } catch {
            throw PortFailure(error)
        }
    }

    func tick(at now: UInt64, _ hands: ScannerHands) {
        guard let decoded = decoder.expire(at: now) else { return }
        hands.deliver(decoded, of: port.scanner, at: now, decoder.traits)
    }

    func abandon(_ hands: ScannerHands) {
        if let decoded = decoder.unplug() { hands.deliver(decoded, of: port.scanner, at: 0) }
    }
}
