import Evdev
import Scanning
import SystemPackage

/// One scanner that is open: its device and the decoder of its keys.
///
/// Letting it go closes it.
final class OpenScanner {
    let identity: ScannerIdentity
    let syspath: String
    let node: String
    /// Whether it is ours alone; what arrives before that belongs to somebody else.
    private(set) var isGrabbed = false

    private var device: InputDevice
    private var decoder: KeyDecoder
    private var lostEvents = false

    /// Opens a node; nothing is taken from anybody yet.
    init(
        node: String, syspath: String, identity: ScannerIdentity, settings: ScanSettings
    ) throws(EvdevError) {
        device = try InputDevice(node: node)
        decoder = KeyDecoder(settings: settings)
        self.node = node
        self.syspath = syspath
        self.identity = identity
        device.hideScanCodes()
    }

    var descriptor: FileDescriptor { device.descriptor }

    /// When a partial scan becomes too old, on the monotonic clock; nil when there is none.
    var deadline: UInt64? { decoder.deadline }

    /// Whether it has the keys of a scanner, asked of the device itself.
    func canScan() throws(EvdevError) -> Bool {
        ScannerVerdict.canScan(try device.keys())
    }

    /// Takes it for us alone as soon as none of its keys is down; tells whether it is ours.
    func grab() throws(EvdevError) -> Bool {
        if !isGrabbed { isGrabbed = try device.grabIfIdle() }
        return isGrabbed
    }

    /// Reads all that is waiting; throws when the device is gone.
    func read(_ deliver: (ScannerEvent) -> Void) throws(EvdevError) {
        try device.read { event in
            guard isGrabbed, let decoded = decoder.feed(event) else { return }
            if decoded == .discarded(.eventsLost) { lostEvents = true }
            deliver(said(decoded, at: event.time))
        }
        guard lostEvents else { return }
        lostEvents = false
        let down = try device.keysDown()
        decoder.resynchronise { down.contains($0) }
    }

    /// Drops a partial scan that has waited too long for its end.
    func expire(at now: UInt64, _ deliver: (ScannerEvent) -> Void) {
        if let decoded = decoder.expire(at: now) { deliver(said(decoded, at: now)) }
    }

    /// Drops a partial scan because the device is going.
    func abandon(_ deliver: (ScannerEvent) -> Void) {
        if let decoded = decoder.unplug() { deliver(said(decoded, at: 0)) }
    }

    private func said(_ decoded: Decoded, at time: UInt64) -> ScannerEvent {
        switch decoded {
        case .payload(let bytes):
            .scanned(Scan(payload: bytes, scanner: identity, finishedAt: time))
        case .discarded(let reason):
            .discarded(identity, reason)
        }
    }
}
