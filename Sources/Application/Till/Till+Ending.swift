import Billing
import Ledger
import LineMode
import Printing
import Spooler

/// What the till finds wrong with its own books.
enum TillError: Error, CustomStringConvertible {
    /// A print job whose bill is not there.
    case billMissing(String)

    var description: String {
        switch self {
        case .billMissing(let number): "bill \(number) is not in the books"
        }
    }
}

extension Till {
    /// Ends at once if nothing is being printed, else when that has ended.
    ///
    /// Requested a second time, the till ends without waiting; a receipt on its way is then
    /// uncertain.
    mutating func end(isRequest: Bool) -> [TillEffect] {
        let isRepeated = isRequest && state.hasEndRequest
        state.hasEndRequest = state.hasEndRequest || isRequest
        state.isEnding = true
        guard isRepeated, !state.hasStopped else { return askForPatience() }
        state.hasStopped = true
        return [.stop]
    }

    /// What a person is told who wants to end while a receipt stands still.
    func askForPatience() -> [TillEffect] {
        guard state.isStalled, !state.hasStopped else { return [] }
        return [.show([wording.receiptUnfinished])]
    }

    /// Ends the till once the receipts that can print have printed.
    mutating func ending() -> [TillEffect] {
        guard state.isEnding, !state.hasStopped, !isPrintable else { return [] }
        state.hasStopped = true
        let waiting = state.queue.pending.count
        guard waiting > 0 else { return [.stop] }
        return [.show([Row(.notice, wording.waiting(waiting))]), .stop]
    }

    private var isPrintable: Bool {
        guard !state.queue.pending.isEmpty else { return false }
        switch state.queue.printer {
        case .absent: return false
        case .unknown, .ready, .printing: return true
        }
    }

    /// What a step that could not be written leaves: the state of before, and words about it.
    ///
    /// A failed commit may have reached the disk all the same, so the books are opened again and
    /// asked for the bill before anything is said.
    mutating func afterFailure(_ error: any Error, decided: State) -> [TillEffect] {
        do {
            try ledger.reopen()
            if let bill = try soldAfterAll(decided) { return try resume(after: bill) }
            return [.show([wording.notWritten(reason: "\(error)")])]
        } catch let second {
            return [.show([wording.booksUnreachable(reason: "\(second)")])]
        }
    }

    private func soldAfterAll(_ decided: State) throws -> Bill? {
        guard case .sold(let bill) = decided.sale, decided.sale != state.sale else { return nil }
        return try ledger.transaction { try $0.bill(reference: bill.reference) }
    }

    /// The bill is in the books: the state is read back from them and goes on from there.
    private mutating func resume(after bill: Bill) throws -> [TillEffect] {
        let (till, greeting) = try Till.open(ledger: ledger, settings: settings, clock: clock)
        let printer = state.queue.printer
        let ending = (state.isEnding, state.hasEndRequest, state.hasStopped)
        self = till
        (state.isEnding, state.hasEndRequest, state.hasStopped) = ending
        if case .idle = state.sale { state.sale = .sold(bill) }
        let ready = printer == .ready || printer == .printing
        let effects = ready ? step([.printer(.ready(name: settings.printerName ?? ""))]) : []
        return [.show([wording.sold(bill)] + greeting)] + effects
    }
}
