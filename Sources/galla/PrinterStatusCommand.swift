import ArgumentParser
import DeviceEmulation
import Devices
import Foundation
import Ledger
import LineMode
import Printing
import Settings
import Spooler
import SystemPackage

/// How the printer is, in the sentence a person needs.
struct PrinterStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell how the printer is, and how many receipts wait for it.",
        discussion: "While a till has the printer its word counts; else the printer is asked.")

    @OptionGroup var shop: ShopOptions

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() throws {
        let settings = try shop.settings()
        let owner = Ledger.owner(of: shop.folder)
        let printer = try owner == nil ? ask(settings) : try told()
        let waiting = try waitingReceipts()
        let wording = Wording(currency: settings.shop.currency)
        let sentence = wording.sentence(of: printer, waiting: waiting)
        guard json else {
            print(sentence)
            if let isOpen = printer.state.isDrawerOpen { print(wording.drawer(isOpen: isOpen)) }
            return
        }
        let row = PrinterStatusRow(
            printer: settings.printer.uri, name: printer.name, state: printer.state.word,
            troubles: printer.state.troubles.sorted().map(\.rawValue),
            drawerOpen: printer.state.isDrawerOpen, waiting: waiting, message: sentence,
            toldBy: owner)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(row), as: UTF8.self))
    }

    /// What the till that has the printer knows of it.
    private func told() throws(Failure) -> KnownPrinter {
        let reader = try shop.reader()
        do throws(LedgerError) {
            return try reader.read { try $0.knownPrinter() } ?? KnownPrinter()
        } catch {
            throw .failed(error)
        }
    }

    private func ask(_ settings: ShopSettings) throws(Failure) -> KnownPrinter {
        do {
            let address = try PrinterAddress(settings.printer.uri)
            guard let driver = try address.makeDriver(show: { _ in }) else {
                throw Failure.notFound("This till has no printer: its address is \(address).")
            }
            let choice = try ProfileChoice(for: settings.printer)
            return try PrinterProbe.look(
                at: driver, features: settings.statusFeatures(of: choice))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .failed(error)
        }
    }

    /// A folder without a shop has no receipts.
    private func waitingReceipts() throws(Failure) -> Int {
        guard FileManager.default.fileExists(atPath: shop.folder + "/galla.sqlite") else {
            return 0
        }
        return try PrinterQueueCommand.jobs(of: shop).count
    }
}

/// A printer's state as JSON.
private struct PrinterStatusRow: Encodable {
    let printer: String
    let name: String
    let state: String
    let troubles: [String]
    let drawerOpen: Bool?
    let waiting: Int
    let message: String
    let toldBy: String?
}
