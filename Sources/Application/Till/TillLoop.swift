package import LineMode
package import Spooler

/// The till's thread: takes what the inbox has, steps, and hands the effects on.
package struct TillLoop {
    private var till: Till
    private let inbox: Inbox
    private let hands: TillHands
    private let tally: TillTally?
    /// Nil from the moment on at which it has ended.
    private var syncer: LogSyncer?
    /// Requests that are committed and wait for the disk, with what comes of them then.
    private var held: [Held] = []
    /// Under which number the disk is to have the open bill; nil when it has it.
    private var openBillNumber: Int?
    private var prompt = ""
    private var view: TillView?
    /// When each timer that is set is over.
    private var deadlines: [TillTimer: ContinuousClock.Instant] = [:]

    private struct Held {
        let number: Int
        let batch: [TillEvent]
        let effects: [TillEffect]
    }

    /// Binds a till to its inbox and to what it acts through; `tally` counts what it does.
    ///
    /// With a `syncer` requests and the open bill wait for the disk beside the till, which goes on
    /// meanwhile; without one it waits with them.
    package init(
        till: Till, inbox: Inbox, hands: TillHands, tally: TillTally? = nil,
        syncer: LogSyncer? = nil
    ) {
        self.syncer = syncer
        self.till = till
        self.inbox = inbox
        self.hands = hands
        self.tally = tally
    }

    /// Serves until the till stops; then lets the hands go and takes their last words.
    package mutating func run() {
        showPrompt()
        showView()
        var goesOn = true
        while goesOn {
            let batch = inbox.take(withinMilliseconds: patience)
            // What was waited for is older than what has come meanwhile.
            goesOn = serve(timersOver() + batch)
            hands.pulse?.tell()
        }
        inbox.refuseRequests()
        syncer?.finish()
        _ = release()
        syncer = nil
        hands.close()
        while true {
            let rest = inbox.takeRest()
            guard !rest.isEmpty else { return }
            _ = serve(rest)
        }
    }

    /// Takes one batch; tells whether to go on.
    private mutating func serve(_ batch: [TillEvent]) -> Bool {
        let goesOnAfterRelease = release()
        guard !batch.isEmpty else { return goesOnAfterRelease }
        awaitOpenBill(before: batch)
        let began = ContinuousClock.now
        let effects = till.step(batch, haste: haste)
        inbox.putBack(till.untaken)
        hands.committed?()
        let goesOn = (hold(batch, effects) || act(on: effects)) && goesOnAfterRelease
        showPrompt()
        hands.answered?(batch)
        tally?.note(
            batch, effects, wasWritten: till.wasWritten, took: began.duration(to: .now))
        showView()
        return act(on: secureOpenBill()) && goesOn
    }

    /// Sees to it that the disk gets the open bill: with a syncer soon, without one now.
    private mutating func secureOpenBill() -> [TillEffect] {
        guard let syncer else { return till.settle() }
        if till.takeSyncDebt() { openBillNumber = syncer.want() }
        return []
    }

    /// Waits until the disk has the open bill as it was shown last, where it may be shown anew.
    ///
    /// So a power cut takes the last scan and no more, however slow the disk is. What a scanner is
    /// and what other programs ask waits for nothing: it shows no open bill.
    private func awaitOpenBill(before batch: [TillEvent]) {
        guard let syncer, let openBillNumber, batch.contains(where: \.mayShowOpenBill) else {
            return
        }
        syncer.wait(for: openBillNumber)
    }

    /// What ends a batch of requests early: nobody at the counter waits for other programs.
    private var haste: (() -> Bool)? {
        guard syncer != nil else { return nil }
        return { [inbox] in inbox.hasEvents }
    }

    /// Keeps the effects of requests until the disk has them; false where nothing is waited for.
    ///
    /// What was only looked up waits too while something is held: it may be what was looked up.
    private mutating func hold(_ batch: [TillEvent], _ effects: [TillEffect]) -> Bool {
        let isRequestsOnly = batch.allSatisfy { $0.request != nil }
        guard let syncer, till.owesReplies || isRequestsOnly && !held.isEmpty else { return false }
        let number = till.owesReplies ? syncer.want() : held.last?.number ?? 0
        let taken = Array(batch.dropLast(till.untaken.count))
        held.append(Held(number: number, batch: taken, effects: effects))
        return true
    }

    /// Hands on what the disk has by now; tells whether to go on.
    private mutating func release() -> Bool {
        guard let syncer, !held.isEmpty || openBillNumber != nil else { return true }
        let news = syncer.news
        if let number = openBillNumber, number <= news.done {
            openBillNumber = nil
            if let failure = news.failure { _ = act(on: [till.openBillUnsafe(reason: failure)]) }
        }
        let ready = held.prefix { $0.number <= news.done }
        guard !ready.isEmpty else { return true }
        held.removeFirst(ready.count)
        if let failure = news.failure {
            return act(
                on: till.repliesAfterFailedSync(ready.flatMap(\.batch), reason: failure))
        }
        return act(on: ready.flatMap(\.effects))
    }

    /// Hands effects on in their order; tells whether to go on.
    private mutating func act(on effects: [TillEffect]) -> Bool {
        var goesOn = true
        for effect in effects {
            switch effect {
            case .show(let rows): show(rows)
            case .print(let order): hands.print(order)
            case .openDrawer: hands.openDrawer()
            case .checkPIN(let check): check.run(into: inbox)
            case .reply(let answer, let request): request.answer(answer)
            case .setTimer(let timer, let milliseconds):
                deadlines[timer] = milliseconds.map { .now + .milliseconds($0) }
            case .stop: goesOn = false
            }
        }
        return goesOn
    }

    /// How long to wait for the inbox: until the first timer is over, without one for ever.
    ///
    /// Whoever watches the loop hears of it before that.
    private var patience: Int32 {
        guard let pulse = hands.pulse else { return timersPatience }
        let timers = timersPatience
        return timers < 0 ? pulse.milliseconds : min(timers, pulse.milliseconds)
    }

    private var timersPatience: Int32 {
        guard let first = deadlines.values.min() else { return -1 }
        let left = ContinuousClock.Instant.now.duration(to: first).components
        let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
        // One more, because what is left of a millisecond was cut off.
        return Int32(clamping: max(0, milliseconds + 1))
    }

    private mutating func timersOver() -> [TillEvent] {
        let now = ContinuousClock.Instant.now
        let over = deadlines.filter { $0.value <= now }.map(\.key)
        for timer in over { deadlines[timer] = nil }
        return over.map(TillEvent.timer)
    }

    private mutating func showPrompt() {
        if till.prompt != prompt { show([]) }
    }

    private mutating func showView() {
        guard let look = hands.look else { return }
        let view = till.view
        guard view != self.view else { return }
        look(view, self.view)
        self.view = view
    }

    private mutating func show(_ rows: [Row]) {
        prompt = till.prompt
        hands.show(rows, prompt)
    }
}

/// What a till acts through.
///
/// None of it blocks, and none of it decides.
package struct TillHands: Sendable {
    /// Shows rows, and the prompt with what the customer owes after them.
    package let show: @Sendable ([Row], String) -> Void
    /// Sees what stands on the counter whenever it has changed, and what stood there before.
    package let look: (@Sendable (TillView, TillView?) -> Void)?
    /// Hands a receipt to the spooler.
    package let print: @Sendable (PrintOrder) -> Void
    /// Has the spooler open the drawer.
    package let openDrawer: @Sendable () -> Void
    /// Lets scanners and printer go and waits until they have said their last word.
    package let close: @Sendable () -> Void
    /// Hears of each batch when its answers have been shown; for measuring, mostly nobody.
    package let answered: (@Sendable ([TillEvent]) -> Void)?
    /// Hears from the loop that it goes round; nil where nobody watches.
    package let pulse: Pulse?
    /// Hears that a step is in the books, before anything is shown; for measuring, mostly nobody.
    package let committed: (@Sendable () -> Void)?

    /// Gathers the hands.
    package init(
        show: @escaping @Sendable ([Row], String) -> Void,
        look: (@Sendable (TillView, TillView?) -> Void)? = nil,
        print: @escaping @Sendable (PrintOrder) -> Void,
        openDrawer: @escaping @Sendable () -> Void = {},
        close: @escaping @Sendable () -> Void,
        answered: (@Sendable ([TillEvent]) -> Void)? = nil,
        committed: (@Sendable () -> Void)? = nil, pulse: Pulse? = nil
    ) {
        self.pulse = pulse
        self.show = show
        self.look = look
        self.print = print
        self.openDrawer = openDrawer
        self.close = close
        self.answered = answered
        self.committed = committed
    }

    /// Who watches the loop, and how long it may be silent.
    package struct Pulse: Sendable {
        /// The longest silence.
        let milliseconds: Int32
        /// Tells of one round.
        let tell: @Sendable () -> Void

        /// Gathers who watches.
        package init(milliseconds: Int32, tell: @escaping @Sendable () -> Void) {
            self.milliseconds = milliseconds
            self.tell = tell
        }
    }
}
