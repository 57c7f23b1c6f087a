import ArgumentParser
import Billing
import Exchange
import Ledger
import LineMode
import Receipts
import Settings

/// Bills: look them up.
struct BillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bill", abstract: "Look bills up, and prove them.",
        subcommands: [Show.self, Find.self, Verify.self])

    /// The bill of a number, or the newest one for `last`.
    static func bill(_ number: String, of shop: ShopOptions) throws(Failure) -> Bill {
        let reader = try shop.reader()
        do throws(LedgerError) {
            let bill = try reader.read { books in
                number == "last" ? try books.lastBill() : try books.bill(number: number)
            }
            if let bill { return bill }
        } catch {
            throw .failed(error)
        }
        throw .notFound("There is no bill \(number) in \(shop.folder).")
    }

    /// One bill, as its receipt or as JSON.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a bill as its receipt, with cost and profit.")

        @OptionGroup var shop: ShopOptions

        @Flag(name: .long, help: "Print JSON, with the field names of the HTTP interface.")
        var json = false

        @Argument(
            help: ArgumentHelp("The bill's number; `last` is the newest.", valueName: "number"))
        var number: String

        func run() throws {
            let bill = try BillCommand.bill(number, of: shop)
            guard !json else { return print(BillDocument.json(of: bill)) }
            let settings = try shop.settings()
            print(try text(of: bill, settings))
            let corrections = try CustomerChoice.read(from: shop) {
                try $0.corrections(ofBill: bill.number)
            }
            for correction in corrections {
                print(
                    Wording(currency: settings.shop.currency)
                        .corrected(bill.number, correction).text)
            }
        }

        private func text(
            of bill: Bill, _ settings: ShopSettings
        ) throws(Failure) -> String {
            let template = try shop.receiptStyle(settings).template
            let document = ReceiptDocument(bill: bill, template: template, mark: .original)
            let receipt = Layout(terminalColumns: settings.printer.columns ?? 48).receipt(
                of: document)
            let wording = Wording(currency: settings.shop.currency)
            let untaxed = bill.profitExcludingTax.map { "   \(wording.amount($0)) without tax" }
            let books =
                "cost \(wording.amount(bill.totalCost))   profit \(wording.amount(bill.profit))"
                + (untaxed ?? "")
            return (TextRenderer.rows(of: receipt) + [books]).joined(separator: "\n")
        }
    }
}
