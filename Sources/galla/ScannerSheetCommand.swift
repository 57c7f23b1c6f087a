import ArgumentParser
import DeviceEmulation
import Devices
import Diagnostics
import ESCPOS
import Linux
import Receipts
import Settings
import SystemPackage
import Typesetter

/// The sheet of control codes: on the screen, in a file, or on the receipt printer.
struct ScannerSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Make the sheet of Galla's control codes, to scan instead of type.",
        discussion: """
            Each code is shown with what it does. A code of the sheet cannot be a product's, and \
            a damaged one is refused. Codes for staff are asked about before they do anything; \
            leave them out where shoppers reach the sheet.

            EXAMPLES
              galla scanner sheet                       the codes as text
              galla scanner sheet -o codes.png          a page to print on any printer
              galla scanner sheet -o printer            on the receipt printer of the settings
            """)

    @OptionGroup var scanners: ScannerOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "A file that ends in .png or .txt, or the word printer.", valueName: "target"))
    var output: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The printer, where not that of the settings.", valueName: "uri"))
    var printer: String?

    @Flag(name: .long, help: "Leave out the codes for staff.")
    var noStaff = false

    func validate() throws {
        guard let output, output != "printer" else { return }
        guard output.hasSuffix(".png") || output.hasSuffix(".txt") else {
            throw ValidationError(
                "-o \(output): name a file that ends in .png or .txt, or write -o printer.")
        }
    }

    func run() throws {
        let sheet = ControlSheet(withStaff: !noStaff)
        guard let output else {
            for row in sheet.rows { print(row) }
            return
        }
        if output == "printer" {
            try send(sheet)
        } else if output.hasSuffix(".png") {
            try draw(sheet, to: output)
        } else {
            try write(sheet, to: output)
        }
    }

    private func draw(_ sheet: ControlSheet, to path: String) throws(Failure) {
        do throws(TypesetterError) {
            try sheet.picture(with: Typesetter()).writePNG(to: path)
        } catch {
            throw .failed(error)
        }
    }

    private func write(_ sheet: ControlSheet, to path: String) throws(Failure) {
        do throws(Errno) {
            let text = sheet.rows.map { $0 + "\n" }.joined()
            try ReplacedFile.write(Array(text.utf8), to: path)
        } catch {
            throw Failure(.failure, "\(path) cannot be written: \(error).")
        }
    }

    private func send(_ sheet: ControlSheet) throws(Failure) {
        let settings = try scanners.settings()
        let uri = printer ?? settings.printer.uri
        let columns = settings.printer.columns ?? 48
        do {
            let address = try PrinterAddress(uri)
            guard let driver = try address.makeDriver(show: { rows in rows.forEach { print($0) } })
            else { throw DeviceError("There is no printer at \(uri). Name one with --printer.") }
            if case .absent(let reason) = driver.refresh() { throw DeviceError(reason) }
            let stop = try EventFlag()
            try TerminationSignals.watch { stop.raise() }
            let bytes = try bytes(of: sheet, columns: columns, asText: address == .emulated)
            try driver.send(bytes, until: stop) { _ in }
        } catch {
            throw .failed(error)
        }
    }

    private func bytes(of sheet: ControlSheet, columns: Int, asText: Bool) throws -> [UInt8] {
        guard !asText else {
            let receipt = Layout(terminalColumns: columns).receipt(of: sheet.document)
            return Array(TextRenderer.rows(of: receipt).joined(separator: "\n").utf8)
        }
        let profile = PrinterProfile.safe(columns: columns)
        let receipt = profile.layout(rasters: [:]).receipt(of: sheet.document)
        return try ReceiptEncoder(profile).encode(receipt)
    }
}
