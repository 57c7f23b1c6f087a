import Devices
import Scanning
import Settings

extension ScannerSetup {
    /// What the settings say of these scanners: their names, how they are set, serial lines.
    init(matches: [ScannerMatch], _ settings: ShopSettings.Scanner) throws(DeviceError) {
        self.init(
            matches: matches,
            lanes: try settings.lanes.map { lane throws(DeviceError) in
                try ScannerLane(name: lane.name, place: lane.place)
            },
            settings: settings.scans, line: SerialLine(settings.serialLine) ?? .usual)
    }
}
