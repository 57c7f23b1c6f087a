import Hotplug
package import Scanning
package import System

/// Keyboard scanners of the kernel's input interface: all of them on one thread.
///
/// Takes only devices that a match names, each for itself alone (`EVIOCGRAB`), and takes them
/// again when they come back. Nothing wakes the thread while nothing happens.
package struct EvdevScanners: ScannerDriver {
    private let matches: [ScannerMatch]
    private let settings: ScanSettings

    /// Makes a driver that touches no device before it runs.
    package init(matching matches: [ScannerMatch], settings: ScanSettings = .standard) {
        self.matches = matches
        self.settings = settings
    }

    /// Serves all matching scanners until `stop` is raised, then gives them back.
    ///
    /// Throws only when udev or epoll cannot be used at all.
    package func run(
        until stop: EventFlag, deliver: @escaping @Sendable (ScannerEvent) -> Void
    ) throws(DeviceError) {
        try run(until: stop, listening: {}, deliver: deliver)
    }

    /// The same, saying when no scanner that is plugged in from then on can be missed.
    package func run(
        until stop: EventFlag, listening: () -> Void,
        deliver: @escaping @Sendable (ScannerEvent) -> Void
    ) throws(DeviceError) {
        let crew = ScannerCrew(matches: matches, settings: settings, deliver: deliver)
        let loop = try ScannerLoop(crew: crew, stop: stop)
        listening()
        try loop.run()
    }
}
