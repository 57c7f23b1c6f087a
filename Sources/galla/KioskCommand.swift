import ArgumentParser
import Devices
import Settings
import SystemPackage
import Till

/// The unattended till, which the system starts: no standard input is needed.
struct KioskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiosk",
        abstract: "Sell to shoppers who serve themselves.",
        discussion: "What it may do is in [kiosk] of the configuration. Other programs reach it as "
            + "they reach galla serve, and tell it of UPI payments that have come.")

    @OptionGroup var shop: ShopOptions

    @Option(
        name: .long, help: ArgumentHelp("Where receipts go, as of galla cashier.", valueName: "uri")
    )
    var printer: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Where scans come from, as of galla cashier; stdin takes lines; may be repeated.",
            valueName: "uri"))
    var scanner: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "auto, evdev:by-id/…, evdev:port=1-1.3, none, or stdin, which takes "
                + "\(KioskStage.inputHelp).",
            valueName: "uri"))
    var keypad: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "auto (the machine's screen where there is one, else text), fb:/dev/fb0, text, or "
                + "png:FILE,WIDTHxHEIGHT to look at its pages.",
            valueName: "where"))
    var screen = "auto"

    @Option(
        name: .long,
        help: ArgumentHelp("Where to listen by TCP, like 127.0.0.1:8080.", valueName: "addr"))
    var listen: String?

    func run() throws {
        let settings = try shop.settings()
        let devices = try TillDevices.chosen(
            printer: printer, scanners: scanner, settings)
        let session = try TillSession(
            settings: settings, style: try shop.receiptStyle(settings), devices: devices,
            cashier: settings.till.cashier, isAttended: false,
            kiosk: try stage(settings, devices),
            api: try TillAPI.Plan(settings.api, listen: listen), makesBackups: true)
        try session.sell(over: try shop.ownLedger(for: "kiosk"), greeting: [])
    }

    private func stage(
        _ settings: ShopSettings, _ devices: TillDevices
    ) throws(Failure) -> KioskStage {
        let keypad: KeypadAddress
        do throws(DeviceError) {
            keypad = try KeypadAddress(self.keypad ?? settings.kiosk.keypad)
        } catch {
            throw Failure(.validationFailure, error.description)
        }
        let style = try KioskStyle(settings, configuration: shop.config ?? ShopOptions.usualConfig)
        let isOnCables = devices.scannerMatches.count == devices.scanners.count
        return KioskStage(
            settings: style.settings(countsScanners: isOnCables && !devices.scanners.isEmpty),
            screen: try KioskSurface(screen),
            readsScans: devices.scanners.contains(.standardInput), keypad: keypad,
            keys: settings.kiosk.keys)
    }
}
