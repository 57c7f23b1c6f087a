import DeviceEmulation
import Devices
import Linux
import Scanning
import SystemPackage

/// The scanners of one till: a thread for those on cables, and one for each recording.
struct TillScanners {
    private let hardware: ScannerSetup?
    private let replays: [ReplayScanner]

    /// Prepares the drivers for these addresses; throws when a recording cannot be used.
    ///
    /// `setup` is that of the scanners on cables; recordings are decoded with its settings.
    init(_ addresses: [ScannerAddress], setup: ScannerSetup) throws(DeviceError) {
        var replays: [ReplayScanner] = []
        for address in addresses {
            guard case .replay(let path, let speed) = address else { continue }
            let recording = try RecordingFile.read(path)
            replays.append(
                try ReplayScanner(recording, settings: setup.settings, speed: speed))
        }
        hardware = setup.matches.isEmpty ? nil : setup
        self.replays = replays
    }

    /// Starts the threads, which end when `stop` is raised; `fail` is told of a driver that cannot run.
    func start(
        until stop: EventFlag, deliver: @escaping @Sendable (ScannerEvent) -> Void,
        fail: @escaping @Sendable (DeviceError) -> Void
    ) throws(Errno) -> [Worker] {
        var drivers: [any ScannerDriver] = replays
        if let hardware { drivers.append(HardwareScanners(hardware)) }
        var workers: [Worker] = []
        for driver in drivers {
            workers.append(
                try Worker(name: "galla-scanner") {
                    do throws(DeviceError) {
                        try driver.run(until: stop, deliver: deliver)
                    } catch {
                        fail(error)
                    }
                })
        }
        return workers
    }
}
