import ArgumentParser
import Devices
import Linux
import Settings
import Till

/// The till for other programs alone: nobody types and nothing is scanned.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Sell for other programs, over HTTP.",
        discussion: "On the Unix socket galla.sock in the shop's folder, and by TCP with --listen "
            + "or [api] listen. Tokens for TCP are in the file api-tokens of that folder.")

    @OptionGroup var shop: ShopOptions

    @Option(
        name: .long,
        help: ArgumentHelp("Where to listen by TCP, like 127.0.0.1:8080.", valueName: "addr"))
    var listen: String?

    @Option(name: .long, help: ArgumentHelp("Where receipts go.", valueName: "uri"))
    var printer: String?

    func run() throws {
        let settings = try shop.settings()
        let session = try TillSession(
            settings: settings, style: try shop.receiptStyle(settings),
            devices: try devices(settings), cashier: settings.till.cashier, isAttended: false,
            api: try TillAPI.Plan(settings.api, listen: listen), makesBackups: true)
        try session.sell(over: try shop.ownLedger(for: "serve"), greeting: [])
    }

    private func devices(_ settings: ShopSettings) throws(Failure) -> TillDevices {
        do throws(DeviceError) {
            return try TillDevices(printer: printer ?? settings.printer.uri, scanners: [])
        } catch {
            throw Failure(.validationFailure, error.description)
        }
    }
}
