import ArgumentParser
import Foundation

/// The benchmarks that run inside one process; `startup` beside it measures whole processes.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "galla-bench",
        abstract: "Measures a scan, a receipt and a sale, and prints a table.",
        subcommands: [All.self, MakeShop.self, MakeEvents.self], defaultSubcommand: All.self)

    /// All measures, with a small and a large catalogue.
    struct All: ParsableCommand {
        @Option(help: "Products of the large catalogue.")
        var products = 1_000_000

        @Option(help: "Bills of the large books.")
        var bills = 1_000_000

        @Option(help: "Scans measured with each catalogue.")
        var scans = 2_000

        @Option(help: "One measure alone: decode, receipt, commit, scan or large.")
        var only: String?

        func run() throws {
            var table = Table()
            if only ?? "decode" == "decode" { DecodeBenchmark.run(into: &table) }
            if only ?? "receipt" == "receipt" { try ReceiptBenchmark.run(into: &table) }
            if only ?? "commit" == "commit" { try CommitBenchmark.run(into: &table) }
            if only ?? "scan" == "scan" {
                try ScanBenchmark.run(products: products, scans: scans, into: &table)
            }
            if only ?? "large" == "large" {
                try LargeShopBenchmark.run(products: products, bills: bills, into: &table)
            }
            table.print()
        }
    }

    /// A shop with many products in a folder, for measures of whole processes.
    struct MakeShop: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "make-shop")

        @Argument(help: "The folder.")
        var folder: String

        @Option(help: "How many products.")
        var products = 1_000_000

        func run() throws {
            _ = try BenchShop(folder: folder, products: products)
        }
    }
}
