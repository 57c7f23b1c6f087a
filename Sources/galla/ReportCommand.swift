import ArgumentParser
import Billing
import Exchange
import Ledger
import Till

/// The owner's reports.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Sales, stock and profit, read beside the till.",
        subcommands: [Day.self, Stock.self, Profit.self])

    /// One day of the shop's.
    struct Day: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What was sold on a day: by tender, tax rate, cashier, category.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var form: TableOptions

        @Argument(help: ArgumentHelp("The day; today if left out.", valueName: "day"))
        var day: String?

        func run() throws {
            let today = try shop.settings().clock().now().civil.date
            let date = try day.map(TypedValues.day) ?? today
            let tables = try CustomerChoice.read(from: shop) { books in
                func sums(_ grouping: SalesGrouping) throws -> [SalesSum] {
                    try books.sales(by: grouping, from: date, upTo: date)
                }
                return [
                    SalesTables.total(try sums(.day), from: date.iso, upTo: date.iso)
                ]
                    + (try [.tender, .tax, .cashier, .category].map {
                        SalesTables.table(try sums($0), by: $0)
                    })
            }
            form.show(tables)
        }
    }

    /// What is on the shelves.
    struct Stock: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What the stock is worth, what is low, what expires.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var form: TableOptions

        @Option(name: .long, help: ArgumentHelp("What counts as low.", valueName: "quantity"))
        var low = "5"

        @Option(name: .long, help: ArgumentHelp("How many days ahead to look.", valueName: "days"))
        var expiresWithin = 30

        func validate() throws {
            guard (0...3_650).contains(expiresWithin) else {
                throw ValidationError("--expires-within is 0 to 3650.")
            }
        }

        func run() throws {
            let clock = try shop.settings().clock()
            let now = clock.now()
            let ahead = clock.moment(
                atMilliseconds: now.milliseconds + Int64(expiresWithin) * 86_400_000)
            let limit = low == "0" ? Quantity.zero : try TypedValues.quantity(low)
            var rows: [StockRow] = []
            try Pages.each(of: shop, size: 2_000) { books, last in
                try books.stockRows(after: last, limit: 2_000)
            } row: { row in
                rows.append(row)
                return row.id
            }
            let scarce = try CustomerChoice.read(from: shop) {
                try $0.lowStock(atMost: limit, on: now.civil.date)
            }
            form.show([
                StockTables.worth(rows), StockTables.low(scarce, atMost: limit),
                StockTables.expiring(rows, upTo: ahead.civil.date, today: now.civil.date),
            ])
        }
    }

    /// What was earned.
    struct Profit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What was earned in some days, added up by what you name.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var days: DayOptions
        @OptionGroup var form: TableOptions

        @Option(
            name: .long,
            help: ArgumentHelp("day, product, category or cashier.", valueName: "what"))
        var by = "day"

        func run() throws {
            let known: [SalesGrouping] = [.day, .product, .category, .cashier]
            guard let grouping = known.first(where: { $0.rawValue == by }) else {
                throw ValidationError("--by \(by): there are day, product, category and cashier.")
            }
            let today = try shop.settings().clock().now().civil.date
            let (from, last) = try days.range(today: today)
            let tables = try CustomerChoice.read(from: shop) { books in
                [
                    SalesTables.table(
                        try books.sales(by: grouping, from: from, upTo: last), by: grouping),
                    SalesTables.total(
                        try books.sales(by: .day, from: from, upTo: last), from: from.iso,
                        upTo: last.iso),
                ]
            }
            form.show(tables)
        }
    }
}

/// How a report is written.
struct TableOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON.")
    var json = false

    @Flag(name: .long, help: "Print CSV.")
    var csv = false

    func validate() throws {
        guard !json || !csv else { throw ValidationError("--json and --csv do not go together.") }
    }

    /// Prints tables: one under the other, or as one object of arrays.
    func show(_ tables: [ReportTable]) {
        guard json else {
            let texts = tables.map { csv ? TableFormat.csv.text(of: $0) : $0.text + "\n" }
            return print(texts.joined(separator: "\n"), terminator: "")
        }
        let members = tables.map { table in
            "\"\(table.key)\": \(TableFormat.json.text(of: table))"
        }
        print("{\n" + members.joined(separator: ",") + "}")
    }
}

/// Which days a command is about.
struct DayOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The first day.", valueName: "day"))
    var from: String?

    @Option(name: .long, help: ArgumentHelp("The last day; today if left out.", valueName: "day"))
    var to: String?

    /// The days that were typed; nil where none was.
    func days() throws -> (from: CivilDate?, upTo: CivilDate?) {
        let days = (try from.map(TypedValues.day), try to.map(TypedValues.day))
        if let first = days.0, let last = days.1, last < first {
            throw ValidationError("--to \(last.iso) is before --from \(first.iso).")
        }
        return days
    }

    /// The days that were typed, today where none was.
    func range(today: CivilDate) throws -> (CivilDate, CivilDate) {
        let (first, last) = try days()
        return (first ?? last ?? today, last ?? max(first ?? today, today))
    }
}
