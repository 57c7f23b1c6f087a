import ArgumentParser
import Billing
import Exchange
import Ledger
import Till

/// Deliveries: received, counted, put right, taken off sale.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: "Receive stock, put it right, take it off sale.",
        discussion: """
            Each change is a movement of stock with its reason, and a note in the audit. The till must \
            be closed meanwhile; a till that starts waits for it.
            """,
        subcommands: [Receive.self, Adjust.self, Block.self, Unblock.self])

    /// Makes a change as the shop's owner for a moment.
    static func make(
        _ change: StockChange, in shop: ShopOptions, for purpose: String
    ) throws -> StockChange.Outcome {
        let now = try shop.settings().clock().now()
        let ledger = try shop.ownLedgerBriefly(for: purpose)
        do {
            return try change.apply(
                to: ledger, by: Operator.name, at: now.civil, now.milliseconds)
        } catch let error as StockRefusal {
            switch error {
            case .noProduct, .noBatch: throw Failure.notFound("\(error)")
            case .isThere, .tooFew, .unchanged, .isDeficit, .broken: throw Failure.failed(error)
            }
        }
    }

    /// A delivery.
    struct Receive: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Receive a batch of a product into stock.",
            discussion: "Goods that were sold below zero are made up for first.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var batch: BatchOptions

        @Argument(help: ArgumentHelp("How much came.", valueName: "quantity"))
        var quantity: String

        @Option(name: .long, help: ArgumentHelp("What one cost.", valueName: "amount"))
        var cost: String

        @Option(name: .long, help: ArgumentHelp("What one sells for.", valueName: "amount"))
        var price: String

        @Option(
            name: .long,
            help: ArgumentHelp("What the pack says; the price if left out.", valueName: "amount"))
        var mrp: String?

        @Option(name: .long, help: ArgumentHelp("The day it came; today.", valueName: "day"))
        var received: String?

        @Option(name: .long, help: ArgumentHelp("Its last day.", valueName: "day"))
        var expires: String?

        func run() throws {
            let today = try shop.settings().clock().now().civil.date
            let arrival = try received.map(TypedValues.day) ?? today
            let end = try expires.map(TypedValues.day)
            let (cost, price) = (try TypedValues.money(cost), try TypedValues.money(price))
            let mrp = try mrp.map(TypedValues.money) ?? price
            guard cost <= price, price <= mrp else {
                throw ValidationError(
                    "Give a cost that is not above the price, and a price that is "
                        + "not above the MRP.")
            }
            if let end, end < arrival {
                throw ValidationError("--expires \(end.iso) is before the day it came.")
            }
            let change = StockChange(
                .receive(
                    try TypedValues.quantity(quantity), received: arrival, expires: end,
                    cost: cost, price: price, mrp: mrp), code: batch.code, label: try batch.name())
            let done = try BatchCommand.make(change, in: shop, for: "batch receive")
            print(
                "Received batch \(batch.label); it holds \(done.quantity.digits): \(done.product)")
        }
    }

    /// What the shelf has otherwise than the books.
    struct Adjust: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put right what a batch holds, and say why.",
            discussion: "--by -2 takes two out, --by 3 puts three in; --to 17 is what was counted.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var batch: BatchOptions

        @Option(
            name: .long, parsing: .unconditional,
            help: ArgumentHelp("So much more, or less.", valueName: "change"))
        var by: String?

        @Option(name: .long, help: ArgumentHelp("So much was counted.", valueName: "quantity"))
        var to: String?

        @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
        var why: String

        func validate() throws {
            guard (by == nil) != (to == nil) else {
                throw ValidationError("Give either --by or --to.")
            }
        }

        func run() throws {
            let reason = try TypedValues.text(why)
            let kind: StockChange.Kind
            if let by {
                let isLess = by.hasPrefix("-")
                let digits = isLess || by.hasPrefix("+") ? String(by.dropFirst()) : by
                let size = try TypedValues.quantity(digits)
                kind = .adjust(by: isLess ? .zero - size : size, why: reason)
            } else {
                kind = .count(
                    to == "0" ? .zero : try TypedValues.quantity(to ?? ""), why: reason)
            }
            let change = StockChange(kind, code: batch.code, label: try batch.name())
            let done = try BatchCommand.make(change, in: shop, for: "batch adjust")
            print("Batch \(batch.label) holds \(done.quantity.digits): \(done.product)")
        }
    }

    /// Off sale.
    struct Block: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a batch off sale, and say why.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var batch: BatchOptions

        @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
        var why: String

        func run() throws {
            let change = StockChange(
                .block(true, why: try TypedValues.text(why)), code: batch.code,
                label: try batch.name())
            let done = try BatchCommand.make(change, in: shop, for: "batch block")
            print("Batch \(batch.label) is not sold any more: \(done.product)")
        }
    }

    /// On sale again.
    struct Unblock: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Put a batch back on sale.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var batch: BatchOptions

        func run() throws {
            let change = StockChange(
                .block(false, why: nil), code: batch.code, label: try batch.name())
            let done = try BatchCommand.make(change, in: shop, for: "batch unblock")
            print("Batch \(batch.label) is sold again: \(done.product)")
        }
    }
}

/// Which batch a command is about.
struct BatchOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("A barcode of the product.", valueName: "code"))
    var code: String

    @Argument(help: ArgumentHelp("The batch's label.", valueName: "label"))
    var label: String

    /// The label, where it can stand in the books.
    func name() throws -> String { try TypedValues.text(label).string }
}
