import ArgumentParser
import Billing
import Ledger
import LineMode
import Linux
import Settings
import Till

/// Customers: look them up, and put them out of use.
struct CustomerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customer", abstract: "Look customers up, deactivate or delete them.",
        subcommands: [Show.self, Bills.self, Deactivate.self, Delete.self, Limit.self])

    /// Everything about a customer.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a customer, what they owe, and their address.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var customer: CustomerChoice

        @Flag(name: .long, help: "Print JSON, with the field names of the HTTP interface.")
        var json = false

        func run() throws {
            let settings = try shop.settings()
            let key = try customer.key(settings.phone)
            let limit = settings.payment.creditLimit
            let found = try CustomerChoice.read(from: shop) { books in
                try books.record(of: key).map { record in
                    (
                        record,
                        try record.forBills.map { try books.khata(of: $0, standardLimit: limit) }
                    )
                }
            }
            guard let (record, khata) = found else {
                throw Failure.notFound("There is no customer \(customer.who) in \(shop.folder).")
            }
            let view = CustomerView(record: record, khata: khata)
            print(json ? view.json() : view.text(Wording(currency: settings.shop.currency)))
        }
    }

    /// The bills of a customer.
    struct Bills: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List a customer's bills, the newest first, also of one who was deleted.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var customer: CustomerChoice

        @Flag(name: .long, help: "Print JSON, with the field names of the HTTP interface.")
        var json = false

        @Option(name: .long, help: ArgumentHelp("At most so many.", valueName: "count"))
        var limit = 1000

        func validate() throws {
            guard (1...1_000_000).contains(limit) else {
                throw ValidationError("--limit is 1 to 1000000.")
            }
        }

        func run() throws {
            let settings = try shop.settings()
            let key = try customer.key(settings.phone)
            let bills = try CustomerChoice.read(from: shop) {
                try $0.bills(of: key, limit: limit)
            }
            let wording = Wording(currency: settings.shop.currency)
            if json {
                print(CustomerView.json(of: bills))
            } else {
                for bill in bills { print(wording.row(of: bill).text) }
            }
            guard !bills.isEmpty else { throw ExitCode(2) }
        }
    }

    /// Leaves a customer out of lists.
    struct Deactivate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave a customer out of lists until their phone is entered again.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var customer: CustomerChoice

        func run() throws {
            let key = try customer.key(try shop.settings().phone)
            let number = try customer.change(in: shop, key, for: "customer deactivate") {
                books, record in try books.setActive(false, record.id)
            }
            print("\(number) is inactive until their phone is entered again.")
        }
    }

    /// Deletes a customer.
    struct Delete: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete a customer; their bills keep what they say, the number stays taken.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var customer: CustomerChoice

        func run() throws {
            let key = try customer.key(try shop.settings().phone)
            let number = try customer.change(in: shop, key, for: "customer delete") {
                books, record in try books.delete(record, at: Clocks.wallMilliseconds())
            }
            print("\(number) is deleted. Their phone makes a new customer with a new number.")
        }
    }

    /// Sets how far a customer's account may go.
    struct Limit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set how much a customer may owe.")

        @OptionGroup var shop: ShopOptions
        @OptionGroup var customer: CustomerChoice

        @Argument(
            help: ArgumentHelp(
                "The amount; `standard` is the shop's own limit.", valueName: "amount"))
        var amount: String

        func run() throws {
            let limit = try limit()
            let key = try customer.key(try shop.settings().phone)
            let number = try customer.change(in: shop, key, for: "customer limit") {
                books, record in
                guard let linked = record.forBills else { return }
                try books.setCreditLimit(of: linked, to: limit)
            }
            print("\(number) may owe \(limit?.digits ?? "what the shop's settings say").")
        }

        private func limit() throws(Failure) -> Money? {
            guard amount != "standard" else { return nil }
            do throws(Money.ParseError) {
                return try Money(parsing: amount)
            } catch {
                throw Failure(
                    .validationFailure, "`\(amount)` is no amount; write it as 5000 or `standard`.")
            }
        }
    }
}
