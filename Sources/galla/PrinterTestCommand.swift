import ArgumentParser
import DeviceEmulation
import Devices
import ESCPOS
import Ledger
import LineMode
import Linux
import Printing
import Receipts
import Settings
import Spooler
import SystemPackage
import Typesetter

/// A page that shows what the printer can do.
struct PrinterTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Print a test page, and say what should be seen on it.",
        discussion: """
            The page shows width, characters, ₹, scripts, bars, a QR code, the cut, and opens the \
            drawer. It goes the way of receipts. Ctrl-C gives up waiting for a printer that has no \
            paper.
            """)

    @OptionGroup var shop: ShopOptions

    @Argument(
        help: ArgumentHelp("The printer, where not that of the settings.", valueName: "uri"))
    var printer: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The printer's model, where not that of the settings.", valueName: "word"))
    var profile: String?

    func run() throws {
        let settings = try shop.settings()
        let address = try address(settings)
        let choice = try ProfileChoice(
            word: profile ?? settings.printer.profile, columns: settings.printer.columns,
            setting: profile == nil ? "printer.profile" : "--profile",
            drawer: settings.printer.drawer)
        do {
            guard let driver = try address.makeDriver(show: { $0.forEach { print($0) } }) else {
                throw Failure.notFound("There is no printer at \(address). Name one.")
            }
            let stop = try EventFlag()
            try TerminationSignals.watch { stop.raise() }
            let page = Page(choice, isText: address == .emulated)
            try tell(
                PrinterErrand.run(
                    on: driver, features: settings.statusFeatures(of: choice), until: stop,
                    news: Self.sayTrouble(driver.name, settings),
                    page: { clues throws(PressError) in try page.bytes(for: clues) }),
                page, driver.name)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.failed(error)
        }
    }

    /// The printer that is meant; the one of a till that is selling is not disturbed.
    private func address(_ settings: ShopSettings) throws(Failure) -> PrinterAddress {
        let address: PrinterAddress
        do throws(DeviceError) {
            address = try PrinterAddress(printer ?? settings.printer.uri)
        } catch {
            throw Failure(.validationFailure, error.description)
        }
        guard printer == nil || printer == settings.printer.uri,
            let owner = Ledger.owner(of: shop.folder)
        else { return address }
        throw Failure(
            .failure,
            "The printer \(address) belongs to \(owner). End that till, then test the printer.")
    }

    private static func sayTrouble(
        _ name: String, _ settings: ShopSettings
    ) -> @Sendable (PrinterState) -> Void {
        let wording = Wording(currency: settings.shop.currency)
        return { state in
            guard state.isBlocked else { return }
            let printer = KnownPrinter(name: name, state: state)
            StandardError.say(wording.sentence(of: printer, waiting: 0))
        }
    }

    private func tell(_ outcome: PrinterErrand.Outcome, _ page: Page, _ name: String) throws {
        guard case .printed(let isConfirmed) = outcome else {
            guard case .failed(let reason) = outcome else { return }
            throw Failure(.failure, reason)
        }
        let profile = page.profile
        print(
            "Sent to \(name), as to a printer of the profile \(profile.name); "
                + (isConfirmed ? "it says that it is done." : "it cannot say when it is done."))
        for text in page.unknown { print("No font of this machine has all of \(text).") }
        guard !page.isText else { return }
        print("On the paper:")
        for (index, sentence) in TestPage(profile).expectations.enumerated() {
            print("  \(index + 1). \(sentence)")
        }
    }
}

/// The page for the printer that is met, as bytes.
private final class Page {
    private let choice: ProfileChoice
    let isText: Bool
    private(set) var profile: PrinterProfile
    private(set) var unknown: [String] = []

    init(_ choice: ProfileChoice, isText: Bool) {
        self.choice = choice
        self.isText = isText
        profile = choice.profile(for: nil)
    }

    func bytes(for clues: PrinterClues?) throws(PressError) -> [UInt8] {
        profile = choice.profile(for: clues)
        let document = TestPage(profile).document
        guard !isText else {
            let layout = Layout(terminalColumns: profile.paper.columns)
            let rows = TextRenderer.rows(of: layout.receipt(of: document))
            return Array(rows.map { $0 + "\n" }.joined().utf8)
        }
        do {
            let layout = profile.layout(rasters: [:])
            let drawing = try Typesetter().draw(layout.missingRuns(of: document))
            unknown = drawing.unknown.map(\.text)
            let receipt = layout.with(rasters: drawing.rasters).receipt(of: document)
            return try ReceiptEncoder(profile).encode(receipt)
        } catch {
            throw PressError("The page cannot be drawn: \(error).")
        }
    }
}
