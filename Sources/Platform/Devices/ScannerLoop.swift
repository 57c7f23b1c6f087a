import Hotplug
import Linux
import SystemPackage

/// The scanner thread's loop: waits for keys, for udev's news and for the end, and for no time.
final class ScannerLoop {
    private let crew: ScannerCrew
    private let stop: EventFlag
    private let monitor: DeviceMonitor
    private var arrivals = DeviceArrivals()
    private var poller: Poller
    private var ready: [FileDescriptor] = []

    /// Where scanners turn up: as keyboards, as serial lines, and as USB devices.
    private static let subsystems = ["input", "tty", "usb"]

    init(crew: ScannerCrew, stop: EventFlag) throws(DeviceError) {
        self.crew = crew
        self.stop = stop
        monitor = try Self.naming { () throws(HotplugError) in
            try DeviceMonitor(subsystems: Self.subsystems.map { Subsystem(name: $0) })
        }
        poller = try Self.naming { () throws(Errno) in try Poller() }
        try Self.naming { [self] () throws(Errno) in
            try poller.add(monitor.descriptor)
            try poller.add(stop.raw)
        }
    }

    /// Runs until `stop` is raised.
    func run() throws(DeviceError) {
        // The monitor listens already, so a device that comes while we list is not missed.
        try takeStock()
        defer { crew.end(poller) }
        while true {
            // Keys pressed before this moment are read below, however late this thread gets to
            // it: measured from any later one, a scan could be cut whose rest waits unread.
            let now = Clocks.monotonicNanoseconds()
            guard try wait(from: now) else { return }
            for descriptor in ready { crew.serve(descriptor, poller) }
            if ready.contains(monitor.descriptor) { try hear() }
            crew.tick(at: now, poller)
        }
    }

    /// Waits for something to do; false means that `stop` is raised.
    private func wait(from now: UInt64) throws(DeviceError) -> Bool {
        ready.removeAll(keepingCapacity: true)
        let patience = crew.patienceMilliseconds(at: now)
        _ = try Self.naming { [self] () throws(Errno) in
            try poller.wait(milliseconds: patience) { ready.append($0) }
        }
        return !ready.contains(stop.raw)
    }

    private func hear() throws(DeviceError) {
        while let news = monitor.next() {
            guard news.action != .remove else {
                arrivals.forget(news.syspath)
                crew.lose(syspath: news.syspath, poller)
                continue
            }
            // Without a device it is gone again already, and udev will say so.
            if let syspath = arrivals.take(news), let device = DeviceList.device(toldOf: syspath) {
                crew.consider(device, poller)
            }
        }
        if monitor.takeLoss() { try takeStock() }
    }

    private func takeStock() throws(DeviceError) {
        arrivals = DeviceArrivals()
        let devices = try Self.naming { () throws(HotplugError) in
            try ScannerLoop.candidates()
        }
        crew.loseAll(except: Set(devices.map(\.syspath)), poller)
        for device in devices { crew.consider(device, poller) }
    }

    /// Every device that the kernel has and that could be a scanner.
    static func candidates() throws(HotplugError) -> [DeviceRecord] {
        try DeviceList.devices(subsystem: "input")
            + DeviceList.devices(subsystem: "tty")
            + DeviceList.devices(subsystem: "usb", deviceType: "usb_device")
    }

    private static func naming<Failure: Error, Value: ~Copyable>(
        _ work: () throws(Failure) -> Value
    ) throws(DeviceError) -> Value {
        do throws(Failure) {
            return try work()
        } catch {
            throw DeviceError("Scanners cannot be read: \(error)")
        }
    }
}
