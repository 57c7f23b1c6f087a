package import Linux
package import Scanning

/// Scanners on cables, of every kind that Galla takes: all of them on one thread.
///
/// Takes only devices that a match names, each for itself alone, and takes them again when they
/// come back. Nothing wakes the thread while nothing happens.
package struct HardwareScanners: ScannerDriver {
    private let setup: ScannerSetup
    private let tap: (@Sendable (ScannerTrace) -> Void)?

    /// Makes a driver that touches no device before it runs.
    ///
    /// `tap` is shown everything that comes from the scanners before it is decoded; it is called
    /// on the driver's thread and must not block. Without one nothing is spent on it.
    package init(_ setup: ScannerSetup, tap: (@Sendable (ScannerTrace) -> Void)? = nil) {
        self.setup = setup
        self.tap = tap
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
        let crew = ScannerCrew(setup: setup, hands: ScannerHands(deliver: deliver, tap: tap))
        let loop = try ScannerLoop(crew: crew, stop: stop)
        listening()
        try loop.run()
    }
}
