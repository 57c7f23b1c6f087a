package import Linux
package import Scanning

/// A source of scans: the till knows scanners only as this.
///
/// `run` is called on a thread of its own and serves until `stop` is raised. A scanner that is
/// unplugged is no error: the driver says so through `deliver` and waits for it to come back.
package protocol ScannerDriver: Sendable {
    /// Delivers events until `stop` is raised; throws only what no waiting can mend.
    ///
    /// `deliver` never blocks and may be called at any rate.
    func run(
        until stop: EventFlag, deliver: @escaping @Sendable (ScannerEvent) -> Void
    ) throws(DeviceError)
}
