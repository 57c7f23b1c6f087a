import ArgumentParser
import Billing
import Exchange
import Ledger
import LineMode
import Settings

extension BillCommand {
    /// A list of bills, the newest first.
    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List bills, the newest first; every condition that is given must hold.",
            aliases: ["list"])

        @OptionGroup var shop: ShopOptions

        @Option(name: .long, help: "A part of the bill's number.")
        var number: String?

        @Option(name: .long, help: "The customer's phone.")
        var phone: String?

        @Option(name: .long, help: "The customer's number, as CUST0001.")
        var customer: String?

        @Option(name: .long, help: "The first day, as 2026-11-15.")
        var from: String?

        @Option(name: .long, help: "The last day; the first alone, if this is not given.")
        var to: String?

        @Option(name: .long, help: "What the bill came to.")
        var amount: String?

        @Option(name: .long, help: "How many at most.")
        var limit = 20

        @Option(name: .long, help: "Older ones than this bill of the last list.")
        var before: String?

        @Flag(name: .long, help: "Print JSON, with the field names of the HTTP interface.")
        var json = false

        func run() throws {
            let settings = try shop.settings()
            let search = try search(settings)
            guard (1...10_000).contains(limit) else {
                throw ValidationError("--limit is a number from 1 to 10000.")
            }
            let reader = try shop.reader()
            let (bills, hasMore) = try reader.read { books in
                let start = try before.map { try books.id(ofBill: $0) ?? 0 }
                return try books.bills(matching: search, before: start, limit: limit)
            }
            if json { return print(BillListDocument.json(of: bills, hasMore: hasMore)) }
            guard let last = bills.last else { throw Failure.notFound("No bill is so.") }
            let wording = Wording(currency: settings.shop.currency)
            for bill in bills { print(row(of: bill, wording)) }
            if hasMore { print("There are older ones: add --before \(last.number)") }
        }

        private func search(_ settings: ShopSettings) throws -> BillSearch {
            var search = BillSearch()
            search.number = number
            search.customer = customer?.uppercased()
            search.from = try from.map(day)
            search.to = try to.map(day)
            search.amount = try amount.map { text throws(ValidationError) in
                do throws(Money.ParseError) { return try Money(parsing: text) } catch {
                    throw ValidationError("`\(text)` is no amount.")
                }
            }
            search.phone = try phone.map { text throws(ValidationError) in
                do throws(Phone.Refusal) {
                    return try Phone(parsing: text, rule: settings.phone)
                } catch {
                    throw ValidationError("`\(text)` is no phone number.")
                }
            }
            return search
        }

        private func day(_ text: String) throws(ValidationError) -> CivilDate {
            guard let day = CivilDate(iso: text) else {
                throw ValidationError("`\(text)` is no day; write it as 2026-11-15.")
            }
            return day
        }

        /// Names stand last, because terminals disagree on their width.
        private func row(of bill: BillSummary, _ wording: Wording) -> String {
            let amount = wording.amount(bill.total)
            let gap = String(repeating: " ", count: max(0, 14 - amount.count))
            let customer = bill.customer.map { "  \($0.phone)  \($0.number) - \($0.name)" } ?? ""
            return "\(bill.number)  \(bill.soldAt.receiptText)\(gap)\(amount)  "
                + bill.paymentMethod + customer
        }
    }
}
