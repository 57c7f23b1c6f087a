import ArgumentParser
import Devices
import Exchange
import Foundation
import Ledger
import LineMode
import Linux
import Settings

/// A throw-away shop with sample stock: no hardware, nothing kept.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Try the till: a shop with sample stock, receipts drawn in the terminal.",
        discussion: "The shop is made in a temporary folder and removed at the end.")

    @Option(name: .long, help: ArgumentHelp("Where receipts go.", valueName: "uri"))
    var printer = "emulated:"

    @Option(
        name: .long,
        help: ArgumentHelp("Where scans come from besides the keyboard.", valueName: "uri"))
    var scanner: [String] = []

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("galla-demo-\(ProcessInfo.processInfo.processIdentifier)").path
        let file = try SharedFiles.path(of: "demo/galla.toml")
        let settings = try demoSettings(file)
        defer { remove(folder) }
        let ledger = try stock(folder)
        let session = try TillSession(
            settings: settings, style: try ReceiptStyle(settings, configuration: file),
            devices: try devices(), cashier: settings.till.cashier)
        try session.sell(over: ledger, greeting: session.welcome + DemoShelf.rows)
    }

    private func remove(_ folder: String) {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            StandardError.say(
                "galla: the demo shop is still in \(folder): \(error.localizedDescription)")
        }
    }

    private func demoSettings(_ file: String) throws(Failure) -> ShopSettings {
        do throws(SettingsError) {
            return try ShopSettings.read(file: file, mustExist: true)
        } catch {
            throw .failed(error)
        }
    }

    private func stock(_ folder: String) throws(Failure) -> Ledger {
        let products = try SharedFiles.path(of: "demo/products.csv")
        let batches = try SharedFiles.path(of: "demo/batches.csv")
        do {
            let ledger = try Ledger(folder: folder, holder: .longTerm(ShopOptions.name("demo")))
            _ = try ProductImport(file: products).apply(to: ledger)
            _ = try BatchImport(file: batches).apply(to: ledger)
            return ledger
        } catch {
            throw .failed(error)
        }
    }

    private func devices() throws(Failure) -> TillDevices {
        do throws(DeviceError) {
            return try TillDevices(printer: printer, scanners: scanner)
        } catch {
            throw Failure(.validationFailure, error.description)
        }
    }
}
