import Evdev
import Hotplug
import Scanning
import System
import SystemPackage

/// The scanners that are open, and what to do when one comes, sends or goes.
///
/// Every scanner is announced once when it comes and once when it goes, however many nodes the
/// kernel made of it.
final class ScannerCrew {
    private let matches: [ScannerMatch]
    private let settings: ScanSettings
    private let deliver: (ScannerEvent) -> Void
    private var scanners: [OpenScanner] = []
    /// What was said of a device that cannot be used, by its folder, so that it is said once.
    private var refusals: [String: String] = [:]

    init(
        matches: [ScannerMatch], settings: ScanSettings, deliver: @escaping (ScannerEvent) -> Void
    ) {
        self.matches = matches
        self.settings = settings
        self.deliver = deliver
    }

    /// How long nothing can happen by the clock alone; negative: no limit, no partial scan waits.
    func patienceMilliseconds(at now: UInt64) -> Int32 {
        guard let deadline = scanners.lazy.compactMap(\.deadline).min() else { return -1 }
        guard deadline > now else { return 1 }
        return Int32(clamping: (deadline - now) / 1_000_000 + 1)
    }

    /// Drops the partial scans that have waited too long.
    func expire(at now: UInt64) {
        for scanner in scanners { scanner.expire(at: now, deliver) }
    }

    /// Reads the scanner of this descriptor, if there is one.
    func serve(_ descriptor: FileDescriptor, _ poller: borrowing Poller) {
        guard let scanner = scanners.first(where: { $0.descriptor == descriptor }) else { return }
        do throws(EvdevError) {
            try scanner.read(deliver)
            if !scanner.isGrabbed { try grab(scanner) }
        } catch {
            close(scanner, poller)
            if !error.isGone { refuse(scanner, ScannerRefusal.sentence(for: error)) }
        }
    }

    /// Takes a device that has come or changed, if it is one of ours and not open yet.
    func consider(_ device: DeviceRecord, _ poller: borrowing Poller) {
        guard ScannerVerdict.concerns(device), let node = device.node else { return }
        guard case .accepted = ScannerVerdict(of: device, matches: matches) else {
            return lose(syspath: device.syspath, poller)
        }
        guard !scanners.contains(where: { $0.syspath == device.syspath }) else { return }
        take(device, node, poller)
    }

    /// Lets go of a device that udev says is gone.
    func lose(syspath: String, _ poller: borrowing Poller) {
        refusals[syspath] = nil
        release(syspath: syspath, poller)
    }

    /// Lets go of every device that is not among these, after news of some was lost.
    func loseAll(except syspaths: Set<String>, _ poller: borrowing Poller) {
        for scanner in scanners where !syspaths.contains(scanner.syspath) { close(scanner, poller) }
    }

    private func take(_ device: DeviceRecord, _ node: String, _ poller: borrowing Poller) {
        let identity = ScannerIdentity(of: device)
        do throws(EvdevError) {
            let scanner = try OpenScanner(
                node: node, syspath: device.syspath, identity: identity, settings: settings)
            guard try scanner.canScan() else { return refuse(scanner, ScannerVerdict.noKeys) }
            guard watch(scanner, poller) else { return }
            try grab(scanner)
        } catch {
            release(syspath: device.syspath, poller)
            // Gone again already: udev will say so, and there is nothing to tell anybody.
            guard !error.isGone else { return }
            refuse(device.syspath, identity, ScannerRefusal.sentence(for: error))
        }
    }

    private func watch(_ scanner: OpenScanner, _ poller: borrowing Poller) -> Bool {
        do throws(Errno) {
            try poller.add(scanner.descriptor)
            scanners.append(scanner)
            return true
        } catch {
            refuse(scanner, "It cannot be waited for (\(error)). Restart the till.")
            return false
        }
    }

    private func grab(_ scanner: OpenScanner) throws(EvdevError) {
        guard try scanner.grab() else {
            return refuse(scanner, ScannerRefusal.keyHeld(scanner.node))
        }
        refusals[scanner.syspath] = nil
        if !isAnnounced(scanner) { deliver(.connected(scanner.identity)) }
    }

    private func release(syspath: String, _ poller: borrowing Poller) {
        if let scanner = scanners.first(where: { $0.syspath == syspath }) { close(scanner, poller) }
    }

    private func close(_ scanner: OpenScanner, _ poller: borrowing Poller) {
        poller.remove(scanner.descriptor)
        scanners.removeAll { $0 === scanner }
        scanner.abandon(deliver)
        guard scanner.isGrabbed, !isAnnounced(scanner) else { return }
        deliver(.disconnected(scanner.identity))
    }

    /// Whether another node of the same scanner speaks for it.
    private func isAnnounced(_ scanner: OpenScanner) -> Bool {
        scanners.contains {
            $0 !== scanner && $0.isGrabbed && $0.identity == scanner.identity
        }
    }

    private func refuse(_ scanner: OpenScanner, _ reason: String) {
        refuse(scanner.syspath, scanner.identity, reason)
    }

    private func refuse(_ syspath: String, _ identity: ScannerIdentity, _ reason: String) {
        guard refusals.updateValue(reason, forKey: syspath) != reason else { return }
        deliver(.refused(identity, reason: reason))
    }
}
