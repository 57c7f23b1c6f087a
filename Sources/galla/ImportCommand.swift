import ArgumentParser
import Exchange
import Ledger

/// Catalogue and stock in, all or nothing.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take products, batches or tax rates in from a CSV file, all or nothing.",
        subcommands: [Products.self, Batches.self, Rates.self])

    /// The catalogue.
    struct Products: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add products, or change those whose barcode is known.",
            discussion: """
                Columns: barcode,name,unit,hsn,gst_rate,category,tax_on_mrp; a carton of twelve is \
                8901234567890*12 among the barcodes.
                """)

        @OptionGroup var shop: ShopOptions

        @Argument(help: ArgumentHelp("The CSV file.", valueName: "file"))
        var file: String

        func run() throws {
            let ledger = try shop.ownLedgerBriefly(for: "import products")
            do {
                print(try ProductImport(file: file).apply(to: ledger))
            } catch {
                throw Failure.failed(error)
            }
        }
    }

    /// The stock.
    struct Batches: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Receive batches of known products into stock.",
            discussion: "Columns: barcode,batch,received_at,expires_on,quantity,cost,price,mrp")

        @OptionGroup var shop: ShopOptions

        @Argument(help: ArgumentHelp("The CSV file.", valueName: "file"))
        var file: String

        func run() throws {
            let ledger = try shop.ownLedgerBriefly(for: "import batches")
            do {
                print(try BatchImport(file: file).apply(to: ledger))
            } catch {
                throw Failure.failed(error)
            }
        }
    }

    /// Changes of tax rates.
    struct Rates: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note changes of tax rates and the days they start on.",
            discussion: "Columns: starts_on,hsn,old_rate,new_rate; hsn or old_rate may be empty")

        @OptionGroup var shop: ShopOptions

        @Argument(help: ArgumentHelp("The CSV file.", valueName: "file"))
        var file: String

        func run() throws {
            let ledger = try shop.ownLedgerBriefly(for: "import rates")
            do {
                print(try RateImport(file: file).apply(to: ledger))
            } catch {
                throw Failure.failed(error)
            }
        }
    }
}
