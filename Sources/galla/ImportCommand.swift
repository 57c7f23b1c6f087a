import ArgumentParser
import Exchange
import Ledger

/// Catalogue and stock in, all or nothing.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take products or batches in from a CSV file, all or nothing.",
        subcommands: [Products.self, Batches.self])

    /// The catalogue.
    struct Products: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add products, or change those whose barcode is known.",
            discussion: "Columns: barcode,name,unit,hsn,gst_rate,category")

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
}
