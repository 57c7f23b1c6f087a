import Evdev
import Hotplug
package import Linux
import Scanning
import SystemPackage

/// What a keypad tells.
package enum KeypadEvent: Hashable, Sendable {
    /// It is there, and its keys arrive from now on.
    case connected(name: String)
    /// It is gone, and taken again when it comes back.
    case disconnected(name: String)
    /// It is there and cannot be used; the sentence says why and what to do.
    case refused(name: String, reason: String)
    /// A key was pressed, by the kernel's code; keys that are held down count once.
    case pressed(UInt16)
}

/// Keypads on cables: those that are named or marked and no other, each for itself alone.
///
/// A keyboard of a stranger is never opened. One thread; nothing wakes it while nothing happens.
package struct HardwareKeypad: Sendable {
    /// The property that udev rules set to 1 on a keypad of a kiosk.
    package static let tag = "ID_GALLA_KEYPAD"
    private let place: ScannerPlace?

    /// A driver that touches no device before it runs; nil is every keypad that is marked.
    package init(at place: ScannerPlace?) {
        self.place = place
    }

    /// Serves the keypads until `stop` is raised, then gives them back.
    ///
    /// Throws only when udev or epoll cannot be used at all.
    package func run(
        until stop: EventFlag, deliver: @escaping @Sendable (KeypadEvent) -> Void
    ) throws(DeviceError) {
        do {
            var loop = try KeypadLoop(stop: stop, fits: fits, deliver: deliver)
            try loop.run()
        } catch {
            throw DeviceError("Keypads cannot be read: \(error)")
        }
    }

    private func fits(_ device: DeviceRecord) -> Bool {
        guard device.subsystem == "input", device.sysname.hasPrefix("event"), device.node != nil,
            device.isInitialised
        else { return false }
        return place?.fits(device) ?? (device.properties[Self.tag] == "1")
    }
}

/// One keypad that is open.
private final class OpenKeypad {
    let syspath: String
    let name: String
    var device: InputDevice
    var isOurs = false

    init(_ record: DeviceRecord, node: String) throws(EvdevError) {
        syspath = record.syspath
        name = record.inputName ?? record.sysname
        device = try InputDevice(node: node)
        device.hideScanCodes()
    }

    /// Takes it for us alone as soon as none of its keys is down.
    func take() throws(EvdevError) -> Bool {
        guard !isOurs else { return false }
        isOurs = try device.grabIfIdle()
        return isOurs
    }
}

/// Waits for keys, for udev's news and for the end.
private struct KeypadLoop: ~Copyable {
    private let stop: EventFlag
    private let fits: (DeviceRecord) -> Bool
    private let deliver: (KeypadEvent) -> Void
    private let monitor: DeviceMonitor
    private var poller: Poller
    private var keypads: [OpenKeypad] = []

    init(
        stop: EventFlag, fits: @escaping (DeviceRecord) -> Bool,
        deliver: @escaping (KeypadEvent) -> Void
    ) throws {
        let monitor = try DeviceMonitor(subsystems: [Subsystem(name: "input")])
        let poller = try Poller()
        try poller.add(monitor.descriptor)
        try poller.add(stop.raw)
        self.stop = stop
        self.fits = fits
        self.deliver = deliver
        self.monitor = monitor
        self.poller = poller
    }

    mutating func run() throws {
        // The monitor listens already, so a device that comes while we list is not missed.
        try takeStock()
        while true {
            var ready: [FileDescriptor] = []
            try poller.wait { ready.append($0) }
            if ready.contains(stop.raw) { return }
            for keypad in keypads where ready.contains(keypad.device.descriptor) { read(keypad) }
            if ready.contains(monitor.descriptor) { try hear() }
        }
    }

    private mutating func hear() throws {
        while let news = monitor.next() {
            if news.action == .remove {
                lose(news.syspath)
            } else if let device = DeviceList.device(toldOf: news.syspath) {
                consider(device)
            }
        }
        if monitor.takeLoss() { try takeStock() }
    }

    private mutating func takeStock() throws {
        let devices = try DeviceList.devices(subsystem: "input")
        for keypad in keypads where !devices.contains(where: { $0.syspath == keypad.syspath }) {
            lose(keypad.syspath)
        }
        for device in devices { consider(device) }
    }

    private mutating func consider(_ device: DeviceRecord) {
        guard fits(device), let node = device.node,
            !keypads.contains(where: { $0.syspath == device.syspath })
        else { return }
        do throws(EvdevError) {
            let keypad = try OpenKeypad(device, node: node)
            try watch(keypad)
        } catch {
            // Gone again already: udev will say so, and there is nothing to tell anybody.
            guard !error.isGone else { return }
            deliver(
                .refused(
                    name: device.inputName ?? device.sysname,
                    reason: ScannerRefusal.sentence(for: error)))
        }
    }

    private mutating func watch(_ keypad: OpenKeypad) throws(EvdevError) {
        do throws(Errno) {
            try poller.add(keypad.device.descriptor)
        } catch {
            return deliver(
                .refused(
                    name: keypad.name,
                    reason: "It cannot be waited for (\(error)). Restart the till."))
        }
        keypads.append(keypad)
        if try keypad.take() { deliver(.connected(name: keypad.name)) }
    }

    private mutating func read(_ keypad: OpenKeypad) {
        do throws(EvdevError) {
            let isOurs = keypad.isOurs
            let deliver = deliver
            try keypad.device.read { event in
                guard isOurs, event.type == InputEvent.key, event.value == 1 else { return }
                deliver(.pressed(event.code))
            }
            if try keypad.take() { deliver(.connected(name: keypad.name)) }
        } catch {
            lose(keypad.syspath)
        }
    }

    private mutating func lose(_ syspath: String) {
        guard let index = keypads.firstIndex(where: { $0.syspath == syspath }) else { return }
        let keypad = keypads.remove(at: index)
        poller.remove(keypad.device.descriptor)
        if keypad.isOurs { deliver(.disconnected(name: keypad.name)) }
    }
}
