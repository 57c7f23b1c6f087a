import ArgumentParser
import Foundation
import Ledger
import LineMode
import Linux
import Printing
import Settings

/// The receipts that are not on paper yet, or not for sure.
struct PrinterQueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List the receipts that wait for the printer.",
        discussion: "The words queue print and queue drop of the till decide about them.")

    @OptionGroup var shop: ShopOptions

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() throws {
        let jobs = try Self.jobs(of: shop)
        let wording = Wording(currency: try shop.settings().shop.currency)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            let rows = jobs.map { PrintJobRow($0, message: wording.describe($0.state)) }
            print(String(decoding: try encoder.encode(rows), as: UTF8.self))
        } else {
            let now = Clocks.wallMilliseconds()
            for row in wording.table(ofQueue: jobs, held: [], at: now) { print(row.text) }
        }
        guard !jobs.isEmpty else { throw ExitCode(2) }
    }

    static func jobs(of shop: ShopOptions) throws(Failure) -> [PrintJob] {
        let reader = try shop.reader()
        do throws(LedgerError) {
            return try reader.read { try $0.pendingPrintJobs() }
        } catch {
            throw .failed(error)
        }
    }
}

/// A print job as JSON.
private struct PrintJobRow: Encodable {
    let id: Int64
    let kind: String
    /// The bill's number; nil for papers that are no bills.
    let billNumber: String?
    let subject: String
    let state: String
    let attempts: Int
    let createdAtMilliseconds: Int64
    let message: String

    init(_ job: PrintJob, message: String) {
        id = job.id.raw
        kind = job.kind.rawValue
        billNumber = job.kind == .bill ? job.subject : nil
        subject = job.subject
        state = job.state.rawValue
        attempts = job.attempts
        createdAtMilliseconds = job.createdAt
        self.message = message
    }
}
