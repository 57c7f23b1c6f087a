/// The jobs that wait for one printer, and which of them it is printing.
///
/// Order is kept: a job that could not be finished is first again. One job is under way at a time.
/// What waited too long is held back until somebody decides, and does not hold up newer receipts.
package struct PrintQueue: Hashable, Sendable {
    /// The jobs that are to be printed, oldest first; the first one may be under way.
    package internal(set) var pending: [PrintJob] = []
    /// The jobs that waited too long and are printed or dropped when somebody says so.
    package internal(set) var held: [PrintJob] = []
    /// The jobs that failed too often by their own fault.
    package internal(set) var aside: [PrintJob] = []
    /// What is known of the printer.
    package internal(set) var printer = Printer.unknown
    /// Whether the job under way is the last one: the others are for the next start.
    package var isClosing = false
    /// What the shop wants of receipts that had to wait.
    package let rules: QueueRules
    /// Whether something stood in the way since the last look at what waits.
    var hasStood = false
    /// How often the first job failed in a row by its own fault.
    var failures = 0

    /// What is known of the printer.
    package enum Printer: Hashable, Sendable {
        /// Nobody has said yet.
        case unknown
        /// It is there.
        case ready
        /// It is there and a job is under way.
        case printing
        /// It is not there; the reason is for a person.
        case absent(reason: String)
    }

    /// What happens to the queue.
    package enum Event: Hashable, Sendable {
        /// A sale made a job.
        case added(PrintJob)
        /// The printer is there.
        case printerReady
        /// The printer is not there.
        case printerAbsent(reason: String)
        /// The printer stands still: out of paper, say.
        case printerStands
        /// The printer took the last byte of the job that was under way, and confirmed it or not.
        case finished(PrintJob.ID, isConfirmed: Bool)
        /// The job under way ended early, after this many bytes; by its own fault or the printer's.
        case failed(PrintJob.ID, bytesTaken: Int, isOwnFault: Bool)
        /// Somebody wants these of the jobs that are held or aside on paper (all held if nil).
        case released(PrintJob.ID?)
        /// Somebody does not want these on paper (all held if nil).
        case dropped(PrintJob.ID?)
    }

    /// What has to be done.
    package enum Effect: Hashable, Sendable {
        /// The job's state is to be written; a `send` that follows waits for the commit.
        case save(PrintJob)
        /// The job's bytes are to be sent, marked or not.
        case send(PrintJob)
        /// Somebody is to be asked what becomes of the jobs that are held now.
        case ask
        /// Somebody is to be told that these old receipts are not printed.
        case tellDropped([PrintJob])
        /// Somebody is to be told that this receipt was set aside.
        case tellAside(PrintJob)
    }

    /// Makes an empty queue before a printer that nobody has seen yet.
    package init(rules: QueueRules = QueueRules()) {
        self.rules = rules
    }

    /// Takes one event at a moment (milliseconds since 1970) and answers what to do, in order.
    package mutating func apply(_ event: Event, at moment: Int64) -> [Effect] {
        switch (printer, event) {
        case (_, .added(let job)):
            pending.append(job)
            return next(at: moment)
        case (.unknown, .printerReady), (.absent, .printerReady), (.ready, .printerReady):
            printer = .ready
            return next(at: moment)
        case (.unknown, .printerAbsent(let reason)), (.ready, .printerAbsent(let reason)),
            (.absent, .printerAbsent(let reason)):
            printer = .absent(reason: reason)
            hasStood = true
            return []
        case (.printing, .printerReady), (.printing, .printerAbsent):
            // The job under way ends by itself, finished or failed; then presence is asked again.
            return []
        case (_, .printerStands):
            hasStood = true
            return []
        case (.printing, .finished(let id, let isConfirmed)):
            return end(id, .finished(isConfirmed: isConfirmed), isOwnFault: false, at: moment)
        case (.printing, .failed(let id, let bytesTaken, let isOwnFault)):
            return end(
                id, .failed(bytesTaken: bytesTaken), isOwnFault: isOwnFault, at: moment)
        case (.unknown, .finished), (.ready, .finished), (.absent, .finished), (.unknown, .failed),
            (.ready, .failed), (.absent, .failed):
            // The end of a job that is not under way tells nothing.
            return []
        case (_, .released(let id)):
            return release(id, at: moment)
        case (_, .dropped(let id)):
            return drop(id)
        }
    }
}
