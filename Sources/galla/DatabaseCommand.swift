import ArgumentParser
import Exchange
import Ledger

/// What is done with the database itself.
struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Look after the shop's database.", subcommands: [Check.self])

    /// Everything that can be proved of the books.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the whole shop: the file, its references, bills, stock, customers.",
            discussion: """
                Reads in short slices, so a till may sell meanwhile. `galla bill verify` is the part \
                that looks at the bills.
                """)

        @OptionGroup var shop: ShopOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            var check = BooksCheck()
            check.run(in: try shop.reader())
            if json {
                print(CheckDocument.json(of: check))
            } else if check.faults.isEmpty {
                print(sentence(check))
            }
            guard !check.faults.isEmpty else { return }
            let faults = check.faults.map { "\($0)" }.joined(separator: ".\n")
            throw Failure(
                .failure,
                "\(faults) (\(shop.folder)).\nStop selling, keep this file as it is, and restore "
                    + "the last good backup (galla restore FILE).")
        }

        private func sentence(_ check: BooksCheck) -> String {
            let bills =
                check.chain.lastNumber.map { number in
                    "\(check.chain.bills) bills as they were closed, up to \(number)"
                } ?? "no closed bill yet"
            return """
                The books in \(shop.folder) are sound: \(check.tables) tables, \(bills), \
                \(check.batches) batches that hold the sum of \(check.movements) movements.
                """
        }
    }
}
