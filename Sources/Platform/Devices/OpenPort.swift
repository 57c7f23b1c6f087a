import Scanning
import SystemPackage

/// One open way into a scanner; letting it go closes it and gives the device back.
protocol OpenPort: AnyObject {
    /// What it is.
    var port: ScannerPort { get }
    /// The folder of the device whose coming and going udev tells.
    var syspath: String { get }
    /// What has news when the scanner has sent something.
    var descriptor: FileDescriptor { get }
    /// Whether that news is room for output rather than input.
    var signalsByOutput: Bool { get }
    /// Whether what it sends counts as scans; before that it belongs to somebody else.
    var isOurs: Bool { get }
    /// When `tick` has something to do, on the monotonic clock; nil when it has not.
    var deadline: UInt64? { get }

    /// Takes it for us alone, or says why that has to wait.
    func take() throws(PortFailure) -> String?
    /// Reads all that is waiting; throws when the scanner is gone or broken.
    func read(_ hands: ScannerHands) throws(PortFailure)
    /// Does what has waited for a moment, such as dropping a partial scan that is too old.
    func tick(at now: UInt64, _ hands: ScannerHands) throws(PortFailure)
    /// Drops a partial scan because the scanner is going.
    func abandon(_ hands: ScannerHands)
}
