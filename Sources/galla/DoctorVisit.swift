import DeviceEmulation
import Devices
import Diagnostics
import Exchange
import Foundation
import Ledger
import LineMode
import Printing
import Settings
import Spooler

/// Gathers what the doctor judges, beside a till that runs or without one.
///
/// Changes nothing, but for a printer's kernel driver that looking at the printer gives back.
struct DoctorVisit {
    let shop: ShopOptions
    private let settings: ShopSettings
    private let settingsFault: String?

    /// Where a configuration cannot be used, the rest is looked at with built-in settings.
    init(_ shop: ShopOptions) {
        self.shop = shop
        do throws(Failure) {
            settings = try shop.settings()
            settingsFault = nil
        } catch {
            settings = .builtIn
            settingsFault = error.sentence
        }
    }

    func facts() throws -> DoctorFacts {
        let devices = try TillDevices(
            printer: settings.printer.uri, scanners: settings.scanner.uris)
        var facts = DoctorFacts(
            configurationFile: shop.config ?? ShopOptions.usualConfig, folder: shop.folder,
            printerAddress: devices.printer)
        facts.configuration.exists = FileManager.default.fileExists(
            atPath: facts.configuration.file)
        facts.configuration.fault = settingsFault
        facts.wantsScanners = !devices.scannerMatches.isEmpty
        facts.devices = Result { () throws(DeviceError) in
            try DeviceSurvey.take(
                scanners: try devices.scannerSetup(settings.scanner), printer: devices.usbPrinter)
        }
        let owner = Ledger.owner(of: shop.folder)
        var told: KnownPrinter?
        (facts.books, facts.waiting, told) = books(owner)
        if settings.backup.isDaily {
            facts.backupTroubles = DailyBackups(settings, of: shop.folder)
                .troubles(at: try settings.clock().backupMoments())
        } else {
            facts.backupTroubles = nil
        }
        facts.stranded.before = try Self.stranded()
        if devices.printer != .none {
            let known = try owner == nil ? asked(devices.printer) : told ?? KnownPrinter()
            let wording = Wording(currency: settings.shop.currency)
            facts.printer = (known, wording.sentence(of: known, waiting: facts.waiting.count))
        }
        facts.stranded.after = try Self.stranded()
        return facts
    }

    /// The printers without a driver, by their names.
    private static func stranded() throws -> [String] {
        try StrandedPrinters.find().map(\.name)
    }

    private func books(
        _ owner: String?
    ) -> (DoctorFacts.Books, waiting: [PrintJob], told: KnownPrinter?) {
        guard FileManager.default.fileExists(atPath: shop.folder + "/galla.sqlite") else {
            return (.none(folder: shop.folder), [], nil)
        }
        do throws(LedgerError) {
            let (waiting, told) = try LedgerReader(folder: shop.folder).read {
                (try $0.pendingPrintJobs(), try $0.knownPrinter())
            }
            return (.readable(folder: shop.folder, owner: owner), waiting, told)
        } catch {
            return (.unreadable(folder: shop.folder, reason: "\(error)"), [], nil)
        }
    }

    /// What a printer says that no till has; one that does not answer is given up soon.
    private func asked(_ address: PrinterAddress) throws -> KnownPrinter {
        guard let driver = try address.makeDriver(show: { _ in }) else { return KnownPrinter() }
        let choice = try ProfileChoice(for: settings.printer)
        return try PrinterProbe.look(
            at: driver, features: settings.statusFeatures(of: choice), longest: Self.longest)
    }

    /// Milliseconds; the whole visit is to be over within five seconds, whatever hangs.
    private static let longest: Int32 = 3_000
}
