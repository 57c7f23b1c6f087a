import Billing
import Ledger
import LineMode
import Printing
import Spooler

extension Till {
    mutating func take(_ news: PrinterNews, at desk: Desk) throws -> [TillEffect] {
        let before = state.queue.printer
        switch news {
        case .ready(let name):
            state.printer.name = name
            state.printer.reason = nil
            if state.printer.state.link == .unplugged { state.printer.state.link = .silent }
            try keepPrinter(at: desk)
            let waiting = waitingReceipts
            let effects = try advance(.printerReady, at: desk)
            guard before != .ready, before != .printing else { return effects }
            return [.show([wording.printerReady(name: name, waiting: waiting)])] + effects
        case .absent(let reason):
            state.printer.reason = reason
            try keepPrinter(at: desk)
            let effects = try advance(.printerAbsent(reason: reason), at: desk)
            guard before != state.queue.printer else { return effects }
            return [.show([wording.printerAbsent(reason: reason, waiting: waitingReceipts)])]
                + effects
        case .state(let printer):
            return try take(printer, at: desk)
        case .drawerShut(let reason):
            return try takeShut(reason, at: desk)
        case .finished(let job, let isConfirmed):
            return try advance(.finished(job, isConfirmed: isConfirmed), at: desk)
        case .failed(let job, let bytesTaken, let reason, let isOwnFault):
            let effects = try advance(
                .failed(job, bytesTaken: bytesTaken, isOwnFault: isOwnFault), at: desk)
            let jobs = state.queue.unfinished
            guard let failed = jobs.first(where: { $0.id == job }) else { return effects }
            return [.show([wording.receiptInterrupted(failed, reason: reason)])] + effects
        }
    }

    /// Another state than before: said where a person has to do something, or has done it.
    private mutating func take(_ new: PrinterState, at desk: Desk) throws -> [TillEffect] {
        let old = state.printer.state
        state.printer.state = new
        try keepPrinter(at: desk)
        guard new.link != .unplugged, new.worst != old.worst else { return endWhileStalled() }
        var rows: [Row] = []
        if let worst = new.worst {
            rows.append(wording.printerTrouble(worst, waiting: waitingReceipts))
        } else if old.isBlocked {
            rows.append(wording.printerMoves(isPrinting: state.queue.printer == .printing))
        }
        let effects = new.isBlocked ? try advance(.printerStands, at: desk) : []
        return (rows.isEmpty ? [] : [.show(rows)]) + effects + endWhileStalled()
    }

    /// How the printer is and what waits for it.
    func status(at desk: Desk) -> [Row] {
        let backups = state.backupTrouble.map { [wording.backups($0)] } ?? []
        guard settings.printerName != nil else { return [wording.noPrinter] + backups }
        let first = Row(
            .plain, wording.sentence(of: state.printer, waiting: waitingReceipts))
        let drawer = state.printer.state.isDrawerOpen.map {
            Row(.plain, wording.drawer(isOpen: $0))
        }
        let jobs = state.queue.unfinished
        return [first] + (drawer.map { [$0] } ?? []) + (jobs.isEmpty ? [] : queueTable(at: desk))
            + backups
    }

    /// How many receipts are not on paper yet, the one under way among them.
    var waitingReceipts: Int { state.queue.pending.count + state.queue.held.count }

    /// Whether the receipt on its way stands still.
    var isStalled: Bool {
        state.queue.printer == .printing && state.printer.state.isBlocked
    }

    mutating func printReceipt(of bill: Bill, at desk: Desk) throws -> [TillEffect] {
        guard settings.printerName != nil else { return [] }
        let job = try desk.books.addPrintJob(
            forBill: bill.number, at: desk.moment.milliseconds)
        return try advance(.added(job), at: desk)
    }

    /// Prints a bill once more, marked DUPLICATE whatever becomes of the first attempt.
    mutating func printCopy(of bill: Bill, at desk: Desk) throws -> [TillEffect] {
        let job = try desk.books.addReprintJob(
            forBill: bill.number, at: desk.moment.milliseconds)
        return try advance(.added(job), at: desk)
    }

    /// Prints a paper that is no bill; nothing where there is no printer.
    ///
    /// A copy is marked DUPLICATE.
    mutating func printSlip(
        _ slip: Slip, isCopy: Bool = false, at desk: Desk
    ) throws -> [TillEffect] {
        guard settings.printerName != nil else { return [] }
        let job = try desk.books.addPrintJob(
            for: slip, isCopy: isCopy, at: desk.moment.milliseconds)
        return try advance(.added(job), at: desk)
    }

    mutating func advance(_ event: PrintQueue.Event, at desk: Desk) throws -> [TillEffect] {
        var handed: [TillEffect] = []
        for effect in state.queue.apply(event, at: desk.moment.milliseconds) {
            switch effect {
            case .save(let job):
                try desk.books.save(job, at: desk.moment.milliseconds)
            case .send(let job):
                handed.append(.print(try order(for: job, at: desk)))
            case .ask:
                let row = wording.askAboutHeld(state.queue.held, at: desk.moment.milliseconds)
                handed.append(.show([row]))
            case .tellDropped(let jobs):
                handed.append(.show([wording.notPrinted(jobs)]))
            case .tellAside(let job):
                handed.append(.show([wording.setAside(job)]))
            }
        }
        return handed
    }

    private func order(for job: PrintJob, at desk: Desk) throws -> PrintOrder {
        let content: PrintOrder.Content?
        switch job.kind {
        case .bill: content = try desk.books.bill(number: job.subject).map { .bill($0) }
        case .heldBill, .statement, .repayment, .upiCode, .shiftReport:
            content = try desk.books.slip(ofJob: job.id).map { .slip($0) }
        }
        guard let content else { throw TillError.paperMissing(Wording.title(of: job)) }
        return PrintOrder(
            job: job.id, content: content, isMarked: job.isMarked, isRetry: job.attempts > 1)
    }

    /// Written where it is something new: a printer that is away says so again and again.
    private mutating func keepPrinter(at desk: Desk) throws {
        guard state.keptPrinter != state.printer else { return }
        state.keptPrinter = state.printer
        try desk.books.save(state.printer, at: desk.moment.milliseconds)
    }
}
