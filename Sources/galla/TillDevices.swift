import Devices

/// The devices that one till uses, as they were asked for.
struct TillDevices {
    let printer: PrinterAddress
    let scanners: [ScannerAddress]

    /// What the scanner thread has to look for; empty when scans come from the input only.
    var scannerMatches: [ScannerMatch] {
        scanners.compactMap { address in
            switch address {
            case .evdev(let match): match
            case .standardInput: nil
            }
        }
    }
}
