package import Scanning

/// What a scanner driver tells: what was found, and what came in before that.
package enum ScannerNews: Hashable, Sendable {
    /// What the till would hear.
    case event(ScannerEvent)
    /// What came from the scanner, not decoded yet.
    case trace(ScannerTrace)
}
