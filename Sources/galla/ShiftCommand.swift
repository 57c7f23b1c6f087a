import ArgumentParser
import Billing
import Exchange
import Ledger
import LineMode
import Settings
import Till

/// Shifts: the drawer's days, as they were counted and closed at the till.
struct ShiftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shift",
        abstract:
            "Look at shifts. They are opened and closed at the till: shift open, shift close.",
        subcommands: [List.self, Show.self])

    /// The Z reports.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List Z reports, the newest first.")

        @OptionGroup var shop: ShopOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        @Option(name: .long, help: ArgumentHelp("At most so many.", valueName: "count"))
        var limit = 100

        func validate() throws {
            guard (1...100_000).contains(limit) else {
                throw ValidationError("--limit is 1 to 100000.")
            }
        }

        func run() throws {
            let settings = try shop.settings()
            let reports = try CustomerChoice.read(from: shop) { try $0.zReports(limit: limit) }
            if json {
                print(ShiftDocument.json(of: reports))
            } else {
                let wording = Wording(currency: settings.shop.currency)
                for report in reports { print(wording.listed(report).text) }
            }
            guard !reports.isEmpty else { throw ExitCode(2) }
        }
    }

    /// One report.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a Z report as it was made, or the figures of the open shift.")

        @OptionGroup var shop: ShopOptions

        @Argument(
            help: ArgumentHelp(
                "The Z report's number; `last` is the newest, `open` the shift that is open.",
                valueName: "number"))
        var number = "last"

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            let settings = try shop.settings()
            let now = try settings.clock().now().civil
            let report = try CustomerChoice.read(from: shop) { books in
                number == "open" ? try Self.figures(of: books, at: now) : try zReport(in: books)
            }
            guard let report else {
                throw Failure.notFound(
                    number == "open"
                        ? "No shift is open in \(shop.folder)."
                        : "There is no Z report \(number) in \(shop.folder).")
            }
            guard !json else { return print(ShiftDocument.json(of: report)) }
            let wording = Wording(currency: settings.shop.currency)
            for row in wording.report(report) { print(row.text) }
        }

        private func zReport(in books: Books) throws -> ShiftReport? {
            guard number != "last" else { return try books.zReport(nil) }
            return try Int64(number).flatMap { try books.zReport($0) }
        }

        /// What word `x` says at the till, which stays as it is.
        private static func figures(of books: Books, at time: CivilTime) throws -> ShiftReport? {
            try books.openShift().map { opening in
                ShiftReport(
                    number: nil, opening: opening, at: time, cashier: opening.cashier,
                    facts: try books.shiftFacts(), counted: nil)
            }
        }
    }
}
