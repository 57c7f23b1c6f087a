import Billing
import Ledger
import LineMode
import Printing
import Spooler

/// What the till finds wrong with its own books.
enum TillError: Error, CustomStringConvertible {
    /// A print job whose content is not there.
    case paperMissing(String)

    var description: String {
        switch self {
        case .paperMissing(let title): "\(title) is not in the books"
        }
    }
}

extension Till {
    /// Ends at once if nothing is being printed, else when that has ended.
    ///
    /// A person who types `quit` twice, and a machine that goes down, do not wait for a receipt
    /// that stands still; what had been taken of it is known and it prints again, marked if need be.
    /// Nor does a machine that goes down wait for a pile of receipts: the system would lose patience
    /// and tear one. It waits for the one under way.
    mutating func end(_ ending: Ending) -> [TillEffect] {
        let isRepeated = ending == .quit && state.endings.contains(.quit)
        state.endings.insert(ending)
        state.queue.isClosing = state.endings.contains(.shutdown)
        return isRepeated ? stop() : endWhileStalled()
    }

    /// What the end does about a receipt that stands still.
    mutating func endWhileStalled() -> [TillEffect] {
        guard isStalled, !state.endings.isEmpty else { return [] }
        guard !state.endings.contains(.shutdown) else { return stop() }
        return state.hasStopped ? [] : [.show([wording.receiptUnfinished])]
    }

    /// Ends a till that is asked to end and cannot write: waiting would be for nothing.
    ///
    /// That the input has ended is true whether it could be written or not, and no further event
    /// may come. A receipt on its way stays `sending` in the books and prints again, marked.
    mutating func endDespiteFailure(_ batch: [TillEvent]) -> [TillEffect] {
        for event in batch {
            switch event {
            case .inputEnded: state.endings.insert(.inputEnded)
            case .shutdown: state.endings.insert(.shutdown)
            case .line, .typing, .timer, .scanner, .key, .begun, .paymentConfirmed, .request,
                .printer, .backups, .pinChecked:
                break
            }
        }
        return state.endings.isEmpty ? [] : stop()
    }

    private mutating func stop() -> [TillEffect] {
        guard !state.hasStopped else { return [] }
        state.hasStopped = true
        return [.stop]
    }

    /// Ends the till once the receipts that can print have printed.
    mutating func ending() -> [TillEffect] {
        guard !state.endings.isEmpty, !state.hasStopped, !isPrintable, !isCheckingPIN else {
            return []
        }
        state.hasStopped = true
        let waiting = waitingReceipts
        guard waiting > 0 else { return [.stop] }
        return [.show([Row(.notice, wording.waiting(waiting))]), .stop]
    }

    private var isPrintable: Bool {
        guard !state.queue.pending.isEmpty else { return false }
        switch state.queue.printer {
        case .absent: return false
        case .unknown, .ready: return !state.queue.isClosing
        case .printing: return true
        }
    }

    /// What a step that could not be written leaves: the state of before, and words about it.
    ///
    /// A failed commit may have reached the disk all the same, so the books are opened again and
    /// asked for the bill before anything is said.
    mutating func afterFailure(_ error: any Error, decided: State) -> [TillEffect] {
        let unknown: [TillEffect] =
            if case LedgerError.commitFailed(let reason) = error {
                [.show([wording.checking(reason: reason)])]
            } else { [] }
        do {
            try ledger.reopen()
            if let bill = try soldAfterAll(decided) { return unknown + (try resume(after: bill)) }
            if try isWrittenAfterAll(decided) { return unknown + (try resume(after: nil)) }
            return unknown + [.show([wording.notWritten(reason: "\(error)")])] + kioskNotSaved()
        } catch let second {
            return unknown + [.show([wording.booksUnreachable(reason: "\(second)")])]
        }
    }

    private func soldAfterAll(_ decided: State) throws -> Bill? {
        guard case .sold(let bill) = decided.sale, decided.sale != state.sale else { return nil }
        return try ledger.transaction { try $0.bill(reference: bill.reference) }
    }

    /// Whether the books have another open bill than they had before the step that failed, or
    /// what it wrote into the audit: a repayment, cash that was moved, a correction.
    private func isWrittenAfterAll(_ decided: State) throws -> Bool {
        try ledger.transaction { books in
            if let audited = decided.audited, audited != state.audited {
                return try books.hasAuditEntry(audited)
            }
            let bill = try books.openBill(till: settings.series.till, terms: settings.terms)
            return bill != state.written
        }
    }

    /// The step is in the books: the state is read back from them and goes on from there.
    ///
    /// `bill` is what the step sold; nil when it changed the open bill only.
    mutating func resume(after bill: Bill?) throws -> [TillEffect] {
        let (till, greeting) = try Till.open(ledger: ledger, settings: settings, clock: clock)
        let printer = state.queue.printer
        let known = state.printer
        let ending = (state.endings, state.hasStopped)
        let scanners = state.scanners
        self = till
        state.scanners = scanners
        (state.endings, state.hasStopped) = ending
        state.queue.isClosing = state.endings.contains(.shutdown)
        state.printer = known
        if let bill, case .idle = state.sale { state.sale = .sold(bill) }
        let ready = printer == .ready || printer == .printing
        let news: [TillEvent] =
            (ready ? [.printer(.ready(name: settings.printerName ?? ""))] : [])
            + (state.kiosk == nil ? [] : [.begun])
        let effects = news.isEmpty ? [] : step(news)
        let said = bill.map { wording.sold($0) + greeting }
        // The audit has the opening from the step that was written; nobody has opened it yet.
        let takesCash = bill.map { $0.payments.total(of: .cash) > .zero } ?? false
        let drawer: [TillEffect] =
            takesCash && settings.printerName != nil ? [.openDrawer] : []
        return drawer + [.show(said ?? wording.writtenAfterAll(state.sale.openBill))] + effects
    }
}
