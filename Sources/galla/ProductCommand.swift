import ArgumentParser
import Billing
import Exchange
import Ledger
import Till

/// Products: look them up, with what is left of them.
struct ProductCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "product", abstract: "Look products up, with their stock and batches.",
        subcommands: [Find.self, Show.self])

    /// By a part of their name or code.
    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find products by a part of their name or code.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var form: TableOptions

        @Argument(help: ArgumentHelp("A part of a name or code.", valueName: "text"))
        var text: String

        @Option(name: .long, help: ArgumentHelp("At most so many.", valueName: "count"))
        var limit = 100

        func validate() throws {
            guard (1...100_000).contains(limit) else {
                throw ValidationError("--limit is 1 to 100000.")
            }
        }

        func run() throws {
            let part = try TypedValues.text(text)
            let today = try shop.settings().clock().now().civil.date
            let found = try CustomerChoice.read(from: shop) {
                try $0.search(part, limit: limit, on: today).offers
            }
            guard !found.isEmpty else {
                throw Failure.notFound("No product has `\(text)` in its name or code.")
            }
            form.show([StockTables.products(found)])
        }
    }

    /// One product.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a product's batches, those that are blocked or over among them.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var form: TableOptions

        @Argument(help: ArgumentHelp("A barcode of the product.", valueName: "code"))
        var code: String

        func run() throws {
            let today = try shop.settings().clock().now().civil.date
            let found = try CustomerChoice.read(from: shop) { books in
                try StockTables.product(code: code, in: books, on: today).map {
                    ($0, try books.batches(of: $0.id))
                }
            }
            guard let (product, batches) = found else {
                throw Failure.notFound("No product has the code \(code).")
            }
            form.show([StockTables.batches(batches, of: product)])
        }
    }
}
