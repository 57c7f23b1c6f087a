import Billing
import Linux
import Printing
import Spooler
import Synchronization
import SystemPackage

/// How long receipts took from the commit that began them to their first byte at the printer's port.
///
/// A commit that saves a sale begins its receipt too, where no other one is before it. Times are the
/// kernel's monotonic ones, so that they can be laid beside a trace of the bus.
final class ReceiptStopwatch: Sendable {
    private struct Receipt {
        let number: String
        let saved: UInt64
        var sent: UInt64?
    }

    private struct State {
        var committed: UInt64 = 0
        var receipts: [Receipt] = []
    }

    private let state = Mutex(State())

    /// More are not kept: by then the figures say what there is to say.
    private static let most = 100_000

    /// Notes that the till's step is in the books.
    func committed() {
        let now = Clocks.monotonicNanoseconds()
        state.withLock { $0.committed = now }
    }

    /// Notes that a receipt was handed to the printer's thread by the step that was just committed.
    func handed(_ order: PrintOrder) {
        guard !order.isRetry, case .bill(let bill) = order.content else { return }
        state.withLock { state in
            guard state.receipts.count < Self.most else { return }
            state.receipts.append(Receipt(number: "\(bill.number)", saved: state.committed))
        }
    }

    /// Notes that a job's bytes go to the port now; of an order that is repeated only the first time.
    func sending() {
        let now = Clocks.monotonicNanoseconds()
        state.withLock { state in
            guard let last = state.receipts.indices.last, state.receipts[last].sent == nil else {
                return
            }
            state.receipts[last].sent = now
        }
    }

    /// A line for each receipt with both of its times in seconds, and one with the figures.
    var report: [String] {
        let receipts = state.withLock(\.receipts)
        let lines = receipts.compactMap { receipt in
            receipt.sent.map {
                "\(receipt.number): in the books at \(Self.seconds(receipt.saved)), "
                    + "at the printer's port at \(Self.seconds($0))"
            }
        }
        let durations = receipts.compactMap { receipt in receipt.sent.map { $0 - receipt.saved } }
        guard let figures = Figures(durations) else { return [] }
        return lines + [
            "\(figures.count) receipts, from the books to the printer's port: \(figures)"
        ]
    }

    private static func seconds(_ nanoseconds: UInt64) -> String {
        let micro = String(nanoseconds / 1000 % 1_000_000)
        return "\(nanoseconds / 1_000_000_000)."
            + String(repeating: "0", count: 6 - micro.utf8.count) + micro
    }
}
