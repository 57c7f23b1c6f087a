import Linux
import Scanning

/// Where the ports of scanners hand on what they find.
struct ScannerHands {
    /// Takes what is decoded.
    let deliver: (ScannerEvent) -> Void
    /// Takes what is not decoded yet; nil when nobody watches.
    let tap: ((ScannerTrace) -> Void)?

    /// Hands on what a decoder found, and how that arrived.
    func deliver(
        _ decoded: Decoded, of scanner: ScannerIdentity, at time: UInt64,
        _ traits: @autoclosure () -> ScanTraits = ScanTraits()
    ) {
        switch decoded {
        case .payload(let bytes):
            deliver(
                .scanned(
                    Scan(payload: bytes, scanner: scanner, finishedAt: time, traits: traits())))
        case .discarded(let reason):
            deliver(.discarded(scanner, reason))
        }
    }

    /// Tells the tap that a port has been opened.
    func opened(_ port: ScannerPort) {
        tap?(.opened(port, at: Clocks.monotonicNanoseconds()))
    }

    /// Tells the tap that a port has been closed.
    func closed(_ port: ScannerPort) {
        tap?(.closed(port, at: Clocks.monotonicNanoseconds()))
    }
}
