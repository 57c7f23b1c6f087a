import Hotplug
import Linux
import Scanning
import SystemPackage

/// The scanners that are open, and what to do when one comes, sends or goes.
///
/// Every scanner is announced once when it comes and once when it goes, however many ports the
/// kernel made of it.
final class ScannerCrew {
    private let opener: ScannerOpener
    private let hands: ScannerHands
    private var ports: [any OpenPort] = []
    /// What was said of a device that cannot be used, by its folder, so that it is said once.
    private var refusals: [String: String] = [:]

    init(setup: ScannerSetup, hands: ScannerHands) {
        opener = ScannerOpener(setup: setup)
        self.hands = hands
    }

    /// How long nothing can happen by the clock alone; negative: no limit, nothing waits.
    func patienceMilliseconds(at now: UInt64) -> Int32 {
        guard let deadline = ports.lazy.compactMap(\.deadline).min() else { return -1 }
        guard deadline > now else { return 1 }
        return Int32(clamping: (deadline - now) / 1_000_000 + 1)
    }

    /// Lets every scanner do what has waited for this moment.
    func tick(at now: UInt64, _ poller: borrowing Poller) {
        for port in ports {
            do throws(PortFailure) {
                try port.tick(at: now, hands)
            } catch {
                giveUp(port, error, poller)
            }
        }
    }

    /// Reads the scanner of this descriptor, if there is one.
    func serve(_ descriptor: FileDescriptor, _ poller: borrowing Poller) {
        guard let port = ports.first(where: { $0.descriptor == descriptor }) else { return }
        do throws(PortFailure) {
            try port.read(hands)
            if !port.isOurs { try take(port) }
        } catch {
            giveUp(port, error, poller)
        }
    }

    /// Takes a device that has come or changed, if it is one of ours and not open yet.
    func consider(_ device: DeviceRecord, _ poller: borrowing Poller) {
        let verdict = ScannerVerdict(of: device, matches: opener.setup.matches)
        guard verdict != .unconcerned else { return }
        guard case .accepted(let reason) = verdict else {
            return lose(syspath: device.syspath, poller)
        }
        guard !ports.contains(where: { $0.syspath == device.syspath }) else { return }
        open(device, reason, poller)
    }

    /// Lets go of a device that udev says is gone.
    func lose(syspath: String, _ poller: borrowing Poller) {
        refusals[syspath] = nil
        release(syspath: syspath, poller)
    }

    /// Lets go of every device that is not among these, after news of some was lost.
    func loseAll(except syspaths: Set<String>, _ poller: borrowing Poller) {
        for port in ports where !syspaths.contains(port.syspath) { close(port, poller) }
    }

    /// Lets go of all of them, because the driver ends.
    func end(_ poller: borrowing Poller) {
        for port in ports {
            poller.remove(port.descriptor)
            hands.closed(port.port)
        }
        ports.removeAll()
    }

    private func open(
        _ device: DeviceRecord, _ reason: ScannerVerdict.Reason, _ poller: borrowing Poller
    ) {
        let identity = ScannerIdentity(of: device, lanes: opener.setup.lanes)
        do throws(PortFailure) {
            guard let port = try opener.open(device, identity, reason) else { return }
            guard watch(port, poller) else { return }
            hands.opened(port.port)
            try take(port)
        } catch {
            release(syspath: device.syspath, poller)
            // Gone again already: udev will say so, and there is nothing to tell anybody.
            guard case .refused(let reason) = error else { return }
            refuse(device.syspath, identity, reason)
        }
    }

    private func watch(_ port: any OpenPort, _ poller: borrowing Poller) -> Bool {
        do throws(Errno) {
            try poller.add(port.descriptor, forOutput: port.signalsByOutput)
            ports.append(port)
            return true
        } catch {
            refuse(port, "It cannot be waited for (\(error)). Restart the till.")
            return false
        }
    }

    private func take(_ port: any OpenPort) throws(PortFailure) {
        if let reason = try port.take() { return refuse(port, reason) }
        refusals[port.syspath] = nil
        if !isAnnounced(port) { hands.deliver(.connected(port.port.scanner)) }
    }

    private func giveUp(
        _ port: any OpenPort, _ failure: PortFailure, _ poller: borrowing Poller
    ) {
        close(port, poller)
        if case .refused(let reason) = failure { refuse(port, reason) }
    }

    private func release(syspath: String, _ poller: borrowing Poller) {
        if let port = ports.first(where: { $0.syspath == syspath }) { close(port, poller) }
    }

    private func close(_ port: any OpenPort, _ poller: borrowing Poller) {
        poller.remove(port.descriptor)
        ports.removeAll { $0 === port }
        port.abandon(hands)
        hands.closed(port.port)
        guard port.isOurs, !isAnnounced(port) else { return }
        hands.deliver(.disconnected(port.port.scanner))
    }

    /// Whether another port of the same scanner speaks for it.
    private func isAnnounced(_ port: any OpenPort) -> Bool {
        ports.contains {
            $0 !== port && $0.isOurs && $0.port.scanner == port.port.scanner
        }
    }

    private func refuse(_ port: any OpenPort, _ reason: String) {
        refuse(port.syspath, port.port.scanner, reason)
    }

    private func refuse(_ syspath: String, _ identity: ScannerIdentity, _ reason: String) {
        guard refusals.updateValue(reason, forKey: syspath) != reason else { return }
        hands.deliver(.refused(identity, reason: reason))
    }
}
