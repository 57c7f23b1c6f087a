import Billing
import Kiosk
package import Ledger
package import LineMode
import Printing
import Spooler

/// The till: one thread, one writer; decides, commits, shows, hands on.
///
/// A step takes a batch of events, so that many can share one commit. It never waits for paper,
/// a network or a person. When the books cannot be written, the state is as before the batch.
package struct Till {
    /// The books.
    package let ledger: Ledger
    let settings: TillSettings
    let clock: any TillClock
    let wording: Wording
    var state: State
    /// What the printer said in a batch that could not be written: taken again with the next one.
    var unwritten: [TillEvent] = []
    /// Whether the books took the last step; nil while one left them alone.
    private(set) var wasWritten: Bool?
    /// Whether the disk has yet to be waited for; see `settle`.
    private var owesSync = false
    /// Requests of the last step that were left for the next one.
    private(set) var untaken: [TillRequest] = []
    /// Whether the last step's requests are committed and not yet known to be on the disk.
    private(set) var owesReplies = false

    /// What can ask a till to end.
    enum Ending {
        /// The script or the terminal is at its end.
        case inputEnded
        /// A person typed `quit`.
        case quit
        /// The machine goes down, or the service is stopped.
        case shutdown
    }

    /// What a failed commit takes back.
    struct State {
        var sale: Sale = .idle
        /// What the books have as the open bill: what a step changes is written against this.
        var written: OpenBill?
        /// What the last line or scan left to pick from.
        var choice: PendingChoice?
        /// The bill that was looked at last, by its number: `return` may mean it.
        var shownBill: String?
        /// The credit note of the settlement that is being written.
        var creditNote: String?
        /// The number of the audit's entry that was made last: it tells whether a step was written.
        var audited: Int64?
        /// The phone that stands in the line being typed and was not looked up yet.
        var typedPhone: Phone?
        var queue = PrintQueue()
        /// What has asked for the end so far.
        var endings: Set<Ending> = []
        /// What is known of the printer.
        var printer = KnownPrinter()
        /// What the books have of it from this process.
        var keptPrinter: KnownPrinter?
        /// Who is at the till.
        var staff = StaffDesk(hasStaff: false)
        /// Lines that were typed while a PIN was checked, in their order.
        var typedAhead: [String] = []
        /// The last line that was refused because who typed it has not the right.
        var refused: RefusedLine?
        /// The drawer's day.
        var shift = Shift.closed
        /// What is wrong with the shop's backups; nil where nothing is known to be.
        var backupTrouble: String?
        var hasStopped = false
        /// The machine of an unattended till; nil where a person attends it.
        var kiosk: Kiosk?
        /// How many scanners have said that they are there, less those that have gone.
        var scanners = 0
        /// What the last step refused of what a kiosk asked for.
        var refusedToKiosk: KioskRefused?
        /// Whether somebody of the shop has allowed what is being scanned.
        var isApproved = false
    }

    /// Takes up the shop where the last process left it: the open bill, the waiting receipts.
    ///
    /// The second value is what to show first. Throws when the books cannot be read or written.
    package static func open(
        ledger: Ledger, settings: TillSettings, clock: any TillClock
    ) throws -> (till: Till, greeting: [Row]) {
        var till = Till(
            ledger: ledger, settings: settings, clock: clock,
            wording: Wording(currency: settings.currency), state: State())
        till.state.kiosk = settings.kiosk.map { Kiosk(rules: $0.rules) }
        var greeting: [Row] = []
        let moment = clock.now()
        try ledger.transaction { books in
            let resumed = PrintQueue.resuming(
                try books.pendingPrintJobs(), rules: settings.queueRules)
            till.state.queue = resumed.queue
            for effect in resumed.effects {
                switch effect {
                case .save(let job): try books.save(job, at: moment.milliseconds)
                case .tellAside(let job): greeting.append(till.wording.setAside(job))
                case .send, .ask, .tellDropped: break
                }
            }
            if let bill = try books.openBill(
                till: settings.series.till, terms: settings.terms)
            {
                till.state.sale = .open(bill)
                till.state.written = bill
                greeting += till.wording.resumed(bill)
            }
            till.state.staff = StaffDesk(hasStaff: try !books.staff().isEmpty)
            till.state.shift = try books.openShift().map(Shift.open) ?? .closed
            let held = try books.heldBills(till: settings.series.till).count
            if held > 0 { greeting.append(till.wording.heldWaiting(held)) }
            let desk = Desk(books: books, moment: moment)
            if let refusal = try till.refusalByClock(at: desk) { greeting.append(refusal) }
            if till.state.staff.attendance == .nobody { greeting.append(till.wording.nobodyIsHere) }
        }
        // So that the first page is the right one; what it asks for is asked again by `begun`.
        _ = till.state.kiosk?.apply(.started, sale: till.state.sale)
        return (till, greeting)
    }

    /// The prompt: what the customer owes so far.
    package var prompt: String {
        if case .asking = state.staff.dialogue { return Wording.pinPrompt }
        guard let bill = state.sale.openBill else { return "galla> " }
        let owed = bill.returning == nil ? bill.total : bill.due
        return "\(wording.amount(owed))> "
    }

    /// Takes a batch of events in their order and answers what is to be shown and handed on.
    ///
    /// Everything that was decided is committed when this returns, and on the disk but for changes
    /// of the open bill alone: show those first, then `settle`. With `haste`, a batch of requests
    /// alone is not waited for either where `owesReplies` says so, and ends early, with the rest
    /// `untaken`, when `haste` answers that something else has come.
    package mutating func step(
        _ batch: [TillEvent], haste: (() -> Bool)? = nil
    ) -> [TillEffect] {
        wasWritten = nil
        untaken = []
        owesReplies = false
        if unwritten.isEmpty, batch.allSatisfy(\.isTyping) { return type(batch) }
        let before = state
        let moment = clock.now()
        let isOpenBillOnly = unwritten.isEmpty && batch.allSatisfy(\.touchesOpenBillOnly)
        let requests = haste == nil || !unwritten.isEmpty ? [] : batch.compactMap(\.request)
        let isRequestsOnly = !requests.isEmpty && requests.count == batch.count
        let waitsLater = isOpenBillOnly || isRequestsOnly
        var taken = 0
        var isChanged = false
        do {
            let effects = try ledger.transaction(waitsLater ? .afterAnswer : .beforeAnswer) {
                books in
                let desk = Desk(books: books, moment: moment)
                let before = books.changeCount
                var effects: [TillEffect] = []
                for event in unwritten + batch {
                    effects += try decide(event, at: desk)
                    taken += 1
                    if isRequestsOnly, let haste, haste() { break }
                }
                try write(state.sale.openBill, at: desk)
                isChanged = books.changeCount != before
                return effects + ending()
            }
            if isRequestsOnly { untaken = Array(requests[taken...]) }
            unwritten = []
            wasWritten = true
            owesReplies = isRequestsOnly && isChanged
            owesSync = isOpenBillOnly && isChanged
            return effects
        } catch {
            let decided = state
            state = before
            wasWritten = false
            owesReplies = false
            unwritten += batch.filter(\.staysTrue)
            return afterFailure(error, decided: decided) + repliesAfterFailure(batch)
                + endDespiteFailure(batch)
        }
    }

    /// Waits until the disk has the open bill too; to be called once the answer is shown.
    ///
    /// So a scan is answered at the speed of the processor, and a power cut loses the last one at
    /// most. Says so when the disk refuses.
    package mutating func settle() -> [TillEffect] {
        guard takeSyncDebt() else { return [] }
        do {
            try ledger.syncLog()
            return []
        } catch {
            return [openBillUnsafe(reason: "\(error)")]
        }
    }

    /// Whether the disk still has to get the open bill; whoever asks sees to it from then on.
    mutating func takeSyncDebt() -> Bool {
        defer { owesSync = false }
        return owesSync
    }

    /// What is said when the disk did not take the open bill.
    func openBillUnsafe(reason: String) -> TillEffect {
        .show([wording.openBillUnsafe(reason: reason)])
    }

    private mutating func decide(_ event: TillEvent, at desk: Desk) throws -> [TillEffect] {
        switch event {
        case .line(let text): forgetTyping() + (try take(line: text, at: desk))
        case .typing(let phone): type(phone: phone)
        case .timer(.phoneTyped):
            try followed(at: desk) { till throws in try till.lookUpTyped(at: desk) }
        case .timer(.kiosk(let timer)): try send(.timer(timer), at: desk)
        case .timer(.hours): try lookAtHours(at: desk)
        case .key(let key): try send(.key(key), at: desk)
        case .begun: try begin(at: desk)
        case .scanner(let event): try take(event, at: desk) + lookAtDevices(at: desk)
        case .paymentConfirmed(let news):
            try followed(at: desk) { till throws in try till.take(news, at: desk) }
        case .request(let request):
            try followed(at: desk) { till throws in try till.take(request, at: desk) }
        case .printer(let news): try take(news, at: desk) + lookAtDevices(at: desk)
        case .backups(let trouble): take(backups: trouble)
        case .pinChecked(let isRight): try takeCheckedPIN(isRight: isRight, at: desk)
        case .inputEnded: end(.inputEnded)
        case .shutdown: end(.shutdown)
        }
    }
}

/// The books and the moment of one step.
struct Desk {
    let books: Books
    let moment: TillMoment
}
