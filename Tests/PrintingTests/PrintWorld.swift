import Printing
import Seeds

/// A till with its books, its printer, and the power that fails: random, from a seed.
///
/// The paper knows what really happened; the queue knows only what it was told.
struct PrintWorld {
    /// What the paper knows of one receipt.
    struct Paper {
        /// Whether bytes of it may have been taken, or the power failed while it was under way.
        var mayShow = false
        /// How often its last byte was taken.
        var copies = 0
    }

    /// A law that does not hold.
    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    let seed: UInt64
    private(set) var random: SeededGenerator
    private(set) var books: [PrintJob.ID: PrintJob] = [:]
    private(set) var paper: [PrintJob.ID: Paper] = [:]
    private(set) var queue: PrintQueue
    /// Milliseconds since the beginning of this world.
    private(set) var now: Int64 = 0
    private(set) var questions = 0
    private(set) var dropped: Set<PrintJob.ID> = []
    private(set) var underWay: PrintJob?
    /// The receipts in the order in which their last byte was first taken.
    private(set) var order: [PrintJob.ID] = []
    private(set) var crashes = 0
    private(set) var markedCopies = 0
    private var powerMayFail = true

    init(seed: UInt64) {
        self.seed = seed
        random = SeededGenerator(seed: seed)
        let old = QueueRules.Old.allCases[Int(seed % 3)]
        queue = PrintQueue(
            rules: QueueRules(mostWaiting: 3, longestWaitMilliseconds: 60_000, old: old))
    }

    mutating func play() throws(Broken) {
        now += Int64.random(in: 0..<8_000, using: &random)
        switch Int.random(in: 0..<110, using: &random) {
        case ..<20: try add()
        case ..<40: try take(.printerReady)
        case ..<50: try take(.printerAbsent(reason: "unplugged"))
        case ..<70: try finish()
        case ..<85: try fail(bytesTaken: random.once(in: 2) ? 0 : 17)
        case ..<90: try tellNonsense()
        case ..<100: try crash()
        case ..<103: try take(.printerStands)
        case ..<106: try take(.released(nil))
        default: try take(.dropped(nil))
        }
        try checkBooks()
    }

    /// The power and the printer stay: everything that waits is printed.
    mutating func settle() throws(Broken) {
        powerMayFail = false
        try take(.printerReady)
        for _ in 0...books.count * 2 {
            if underWay != nil { try finish() }
            try take(.released(nil))
            for job in queue.aside { try take(.released(job.id)) }
            try take(.printerReady)
        }
        try hold(queue.unfinished.isEmpty, "receipts wait for ever: \(queue.said)")
        for (id, job) in books {
            try hold(job.isDone, "\(job.said) is lost")
            try hold(
                (job.state == .dropped) == dropped.contains(id), "\(job.said) was dropped by nobody"
            )
            guard job.state != .dropped else { continue }
            try hold(paper[id]?.copies ?? 0 > 0, "\(job.said) is on no paper")
        }
    }

    private mutating func add() throws(Broken) {
        let number = Int64(books.count + 1)
        let job = PrintJob(id: PrintJob.ID(number), subject: "B-\(number)", createdAt: now)
        books[job.id] = job
        paper[job.id] = Paper()
        // The sale is in the books; the power may fail before the queue hears of it.
        if powerMayFail, random.once(in: 10) { return try crash() }
        try take(.added(job))
    }

    private mutating func finish() throws(Broken) {
        guard let job = underWay else { return }
        if paper[job.id]?.copies == 0 { order.append(job.id) }
        if job.isMarked { markedCopies += 1 }
        paper[job.id]?.copies += 1
        paper[job.id]?.mayShow = true
        underWay = nil
        try take(.finished(job.id, isConfirmed: random.once(in: 2)))
    }

    private mutating func fail(bytesTaken: Int) throws(Broken) {
        guard let job = underWay else { return }
        if bytesTaken > 0 { paper[job.id]?.mayShow = true }
        underWay = nil
        try take(
            .failed(job.id, bytesTaken: bytesTaken, isOwnFault: random.once(in: 4)))
    }

    /// The end of a job that is not under way changes nothing.
    private mutating func tellNonsense() throws(Broken) {
        let before = queue
        let stranger = PrintJob.ID(9_999)
        let effects =
            queue.apply(.finished(stranger, isConfirmed: true), at: now)
            + queue.apply(.failed(stranger, bytesTaken: 3, isOwnFault: true), at: now)
            + queue.apply(.released(stranger), at: now) + queue.apply(.dropped(stranger), at: now)
        try hold(queue == before && effects.isEmpty, "nonsense was believed")
    }

    private mutating func crash() throws(Broken) {
        crashes += 1
        for (id, job) in books where job.state == .sending || job.state == .sendingMarked {
            paper[id]?.mayShow = true
        }
        underWay = nil
        let resumed = PrintQueue.resuming(
            books.values.shuffled(using: &random), rules: queue.rules)
        queue = resumed.queue
        try carryOut(resumed.effects)
    }

    private mutating func take(_ event: PrintQueue.Event) throws(Broken) {
        let effects = queue.apply(event, at: now)
        // The power may fail before the commit.
        if powerMayFail, random.once(in: 30) { return try crash() }
        try carryOut(effects)
    }

    private mutating func carryOut(_ effects: [PrintQueue.Effect]) throws(Broken) {
        for effect in effects { note(effect) }
        // The power may fail between the commit and the first byte.
        if powerMayFail, !effects.isEmpty, random.once(in: 20) { return try crash() }
        for case .send(let job) in effects { try send(job) }
    }

    private mutating func note(_ effect: PrintQueue.Effect) {
        switch effect {
        case .save(let job):
            books[job.id] = job
            if job.state == .dropped { dropped.insert(job.id) }
        case .ask: questions += 1
        case .send, .tellDropped, .tellAside: break
        }
    }

    private mutating func send(_ job: PrintJob) throws(Broken) {
        try hold(underWay == nil, "\(job.said) is sent while another is under way")
        try hold(books[job.id] == job, "\(job.said) is sent before it is in the books")
        let mayShow = paper[job.id]?.mayShow ?? false
        try hold(job.isMarked == mayShow, "\(job.said): may be on paper \(mayShow)")
        underWay = job
    }

    private func checkBooks() throws(Broken) {
        let unsent = books.values.filter { !$0.isDone }.sorted { $0.id < $1.id }
        try hold(queue.unfinished == unsent, "queue \(queue.said), books \(unsent.map(\.said))")
        try hold((queue.printer == .printing) == (underWay != nil), "who is printing?")
    }

    private func hold(_ holds: Bool, _ law: @autoclosure () -> String) throws(Broken) {
        if !holds { throw Broken(description: "seed \(seed): \(law())") }
    }
}
