import ArgumentParser
import Billing
import Exchange
import Foundation
import Ledger
import Linux

/// Data out, for spreadsheets and programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write bills, stock or customers as CSV or JSON.",
        discussion: """
            Read in short slices while the till sells; a reader that stops holds nothing up. Amounts \
            and quantities have a point and no grouping.
            """,
        subcommands: [Bills.self, Stock.self, Customers.self])

    /// Bills and credit notes.
    struct Bills: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every bill and credit note of some days, in the order of their closing.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var days: DayOptions
        @OptionGroup var form: FormatOption

        private static let columns = [
            "number", "invoice_number", "sold_at", "credit_note_of", "cashier", "payment_method",
            "customer_number", "customer_name", "customer_phone", "subtotal", "line_discounts",
            "bill_discount", "round_off", "total", "total_cost", "profit", "gst",
        ]

        func run() throws {
            let (from, last) = try days.days()
            try form.write(Self.columns) { write in
                try Pages.each(of: shop, size: 500) { books, id in
                    try books.exportedBills(after: id, from: from, upTo: last, limit: 500)
                } row: { bill in
                    try write(bill.texts.map { .init($0) } + bill.amounts.map { .money($0) })
                    return bill.id
                }
            }
        }
    }

    /// What is on the shelves.
    struct Stock: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every batch that holds something, with the columns of an import first.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var form: FormatOption

        func run() throws {
            try form.write(StockTables.columns) { write in
                try Pages.each(of: shop, size: 500) { books, id in
                    try books.stockRows(after: id, limit: 500)
                } row: { batch in
                    try write(StockTables.row(batch))
                    return batch.id
                }
            }
        }
    }

    /// Who buys.
    struct Customers: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every customer who was not deleted, with what they owe.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var form: FormatOption

        private static let columns = [
            "number", "name", "phone", "email", "address", "active", "owes",
        ]

        func run() throws {
            try form.write(Self.columns) { write in
                try Pages.each(of: shop, size: 500) { books, id in
                    try books.customers(after: CustomerID(id), limit: 500).map {
                        ($0, try books.owed(by: $0.id))
                    }
                } row: { customer, owed in
                    try write([
                        .text(customer.number), .text(customer.name), .init(customer.phone),
                        .init(customer.email), .init(customer.address),
                        .flag(customer.state == .active), .money(owed),
                    ])
                    return customer.id.raw
                }
            }
        }
    }
}

/// How an export is written.
struct FormatOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("csv or json.", valueName: "format"))
    var format = "csv"

    func validate() throws {
        guard TableFormat(rawValue: format) != nil else {
            throw ValidationError("--format \(format): there are csv and json.")
        }
    }

    /// Writes a table row by row on stdout; ends quietly when nobody reads any more.
    func write(
        _ columns: [String], _ body: (_ write: ([ReportTable.Value]) throws -> Void) throws -> Void
    ) throws {
        let format = TableFormat(rawValue: format) ?? .csv
        let output = FileHandle.standardOutput
        var text = format.head(columns)
        var isFirst = true
        try body { values in
            text += format.row(values, columns, isFirst: isFirst)
            isFirst = false
            guard text.utf8.count > 60_000 else { return }
            try output.write(contentsOf: Data(text.utf8))
            text = ""
        }
        try output.write(contentsOf: Data((text + format.end).utf8))
    }
}

/// Reads long lists page by page, each in a snapshot of its own that is over before the next row is
/// written: a reader that stops never holds the till's log.
enum Pages {
    static func each<Row>(
        of shop: ShopOptions, size: Int, _ page: (Books, Int64) throws -> [Row],
        row: (Row) throws -> Int64
    ) throws {
        let reader = try shop.reader()
        var last: Int64 = 0
        while true {
            let rows: [Row]
            do throws(LedgerError) {
                rows = try reader.read { try page($0, last) }
            } catch {
                throw Failure.failed(error)
            }
            for found in rows { last = try row(found) }
            guard rows.count == size else { return }
        }
    }
}
