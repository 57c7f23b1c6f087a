import ArgumentParser
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

    /// The devices of the command line, or of the settings where it names none.
    static func chosen(
        printer: String?, scanners: [String], _ settings: ShopSettings
    ) throws(Failure) -> TillDevices {
        do throws(DeviceError) {
            return try TillDevices(
                printer: printer ?? settings.printer.uri,
                scanners: scanners.isEmpty ? settings.scanner.uris : scanners)
        } catch {
            throw Failure(.validationFailure, error.description)
        }
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
        try ScannerSetup(matches: scannerMatches, settings)
    }

    /// The scanners on cables that are meant; empty when scans come from elsewhere only.
    var scannerMatches: [ScannerMatch] {
        scanners.compactMap { address in
            switch address {
            case .hardware(let match): match
            case .standardInput, .replay: nil
            }
        }
    }
}
