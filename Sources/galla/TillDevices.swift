import Devices
import Scanning
import Settings

/// The devices that one till uses, as they were asked for.
struct TillDevices {
    let printer: PrinterAddress
    let scanners: [ScannerAddress]

    /// Reads addresses as a person writes them; the first one that is wrong is named.
    init(printer: String, scanners: [String]) throws(DeviceError) {
        self.printer = try PrinterAddress(printer)
        self.scanners = try scanners.map { text throws(DeviceError) in try ScannerAddress(text) }
    }

    /// The USB printer that was asked for; nil when receipts go elsewhere.
    var usbPrinter: USBSelector? {
        switch printer {
        case .usb(let selector): selector
        case .line, .network, .file, .emulated, .none: nil
        }
    }

    /// What the scanner thread has to do, with the settings' names and line.
    func scannerSetup(_ settings: ShopSettings.Scanner) throws(DeviceError) -> ScannerSetup {
        ScannerSetup(
            matches: scannerMatches,
            lanes: try settings.lanes.map { lane throws(DeviceError) in
                try ScannerLane(name: lane.name, place: lane.place)
            },
            settings: settings.scans, line: SerialLine(settings.serialLine) ?? .usual)
    }

    /// What the scanner thread has to look for; empty when scans come from the input only.
    var scannerMatches: [ScannerMatch] {
        scanners.compactMap { address in
            switch address {
            case .hardware(let match): match
            case .standardInput: nil
            }
        }
    }
}
