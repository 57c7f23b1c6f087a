import ArgumentParser
import Exchange
import Ledger

extension BillCommand {
    /// Every closed bill against the chain.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prove that no closed bill was changed, or name the first that was.",
            discussion: """
                Each bill is hashed over the one before. The head is the hash over all of them: \
                noted down today, it proves tomorrow that nothing was taken away or made anew.
                """)

        @OptionGroup var shop: ShopOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            let check = try check(try shop.reader())
            if json { print(ChainDocument.json(of: check)) }
            if let fault = check.fault { throw Failure(.failure, sentence(fault, check)) }
            if !json { print(soundBills(check)) }
        }

        /// Reads in short snapshots; an error in the middle is damage that was found.
        private func check(_ reader: LedgerReader) throws(Failure) -> ChainCheck {
            var check = ChainCheck()
            while !check.isDone {
                do throws(LedgerError) {
                    try reader.read { try check.advance(in: $0) }
                } catch {
                    guard case .unusable = error else { throw .failed(error) }
                    check.stopped(by: error)
                }
            }
            return check
        }

        private func soundBills(_ check: ChainCheck) -> String {
            guard let last = check.lastNumber, let head = check.headText else {
                return "There is no closed bill yet."
            }
            let bills = check.bills == 1 ? "1 bill is" : "\(check.bills) bills are"
            return """
                \(bills) as they were closed, up to \(last).
                The chain's head is \(head).
                """
        }

        private func sentence(_ fault: ChainFault, _ check: ChainCheck) -> String {
            let safe =
                check.lastNumber.map {
                    "The \(check.bills) before it, up to \($0), are as they were closed. "
                } ?? ""
            return "\(fault) (\(shop.folder)). \(safe)Stop selling, keep this file as it is, and "
                + "restore the last backup that verifies."
        }
    }
}
