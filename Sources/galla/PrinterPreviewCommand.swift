import ArgumentParser
import Billing
import ESCPOS
import Ledger
import Linux
import Receipts
import Settings
import Spooler
import Typesetter

/// A receipt as it will be printed, on the screen or as a picture.
struct PrinterPreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show a receipt or a slip as text, or as a PNG file at the printer's own dots.",
        discussion: """
            Without a number a sample is shown, so that the settings can be tried in a shop that \
            has sold nothing yet. Beside bills there are samples of the slips: a parked bill, an \
            account's statement, a repayment, the code of a UPI payment, a shift's report.

            EXAMPLES
              galla printer preview                            a sample, as text
              galla printer preview last -o receipt.png        the newest bill, as a picture
              galla printer preview --sample return --language hi --profile tm-t20iii -o r.png
              galla printer preview --sample held -o held.png  a parked bill's slip
            """)

    @OptionGroup var shop: ShopOptions

    @Argument(
        help: ArgumentHelp("A bill's number; `last` is the newest.", valueName: "number"))
    var number: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A made-up bill or slip: \(samples.joined(separator: ", ")).", valueName: "name"))
    var sample: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The printer's model, where not that of the settings.", valueName: "word"))
    var profile: String?

    @Option(
        name: .long,
        help: ArgumentHelp("How many characters stand on a line, 24 to 64.", valueName: "count"))
    var columns: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("The words: en, hi, ta, or a file.", valueName: "language"))
    var language: String?

    @Option(
        name: [.short, .long], help: ArgumentHelp("A file that ends in .png.", valueName: "file"))
    var output: String?

    func validate() throws {
        if let output, !output.lowercased().hasSuffix(".png") {
            throw ValidationError("-o \(output): name a file that ends in .png.")
        }
        if let columns, !(24...64).contains(columns) {
            throw ValidationError("--columns \(columns): a line has 24 to 64 characters.")
        }
        if number != nil, sample != nil {
            throw ValidationError("Name a bill or a sample, not both.")
        }
        if let sample, !Self.samples.contains(sample) {
            let names = Self.samples.joined(separator: ", ")
            throw ValidationError("--sample \(sample): there are \(names).")
        }
    }

    func run() throws {
        let settings = try shop.settings()
        let style = try shop.receiptStyle(settings, language: language)
        let content = try content(settings)
        if let output {
            try draw(content, style, settings, to: output)
        } else {
            let document = content.document(for: style.template, mark: .original)
            let layout = Layout(terminalColumns: try textColumns(settings))
            for row in TextRenderer.rows(of: layout.receipt(of: document)) { print(row) }
        }
    }

    private static let samples =
        SampleBill.allCases.map(\.rawValue) + SampleSlip.allCases.map(\.rawValue)

    private func content(_ settings: ShopSettings) throws(Failure) -> PrintOrder.Content {
        if let number { return .bill(try BillCommand.bill(number, of: shop)) }
        if let slip = sample.flatMap({ SampleSlip(rawValue: $0) }) {
            return .slip(slip.slip(payingTo: settings.payment.upiPayee))
        }
        return .bill((sample.flatMap { SampleBill(rawValue: $0) } ?? .tax).bill)
    }

    /// The profiles are read only where one is asked for: they take longer than all the rest.
    private func textColumns(_ settings: ShopSettings) throws -> Int {
        if let columns { return columns }
        guard profile != nil else { return settings.printer.columns ?? 48 }
        return try choice(settings).profile(for: nil).paper.columns
    }

    private func choice(_ settings: ShopSettings) throws -> ProfileChoice {
        // A model that is named has its own paper.
        let standard = profile == nil ? settings.printer.columns : nil
        return try ProfileChoice(
            word: profile ?? settings.printer.profile, columns: columns ?? standard,
            setting: profile == nil ? "printer.profile" : "--profile",
            drawer: settings.printer.drawer)
    }

    private func draw(
        _ content: PrintOrder.Content, _ style: ReceiptStyle, _ settings: ShopSettings,
        to path: String
    ) throws {
        let profile = try choice(settings).profile(for: nil)
        let typesetter = Typesetter()
        var template = style.template
        var logo = LogoCache(path: style.logo)
        do throws(TypesetterError) {
            template.logo = try logo.raster(for: profile.paper)
            let document = content.document(for: template, mark: .original)
            let layout = profile.layout(rasters: [:])
            let drawing = try typesetter.draw(layout.missingRuns(of: document))
            let receipt = layout.with(rasters: drawing.rasters).receipt(of: document)
            for run in drawing.unknown {
                StandardError.say("galla: no font of this machine has all of \(run.text)")
            }
            try ReceiptPicture.raster(of: receipt, with: typesetter).writePNG(to: path)
        } catch {
            throw Failure.failed(error)
        }
    }
}
