/// The jobs that wait for one printer, and which of them it is printing.
///
/// Order is kept: a job that could not be finished is first again. One job is under way at a time.
package struct PrintQueue: Hashable, Sendable {
    /// The jobs that are not done, oldest first; the first one may be under way.
    package private(set) var pending: [PrintJob]
    /// What is known of the printer.
    package private(set) var printer: Printer

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
        /// The printer took the last byte of the job that was under way.
        case finished(PrintJob.ID)
        /// The job under way ended early, after this many bytes.
        case failed(PrintJob.ID, bytesTaken: Int)
    }

    /// What has to be done.
    package enum Effect: Hashable, Sendable {
        /// The job's state is to be written; a `send` that follows waits for the commit.
        case save(PrintJob)
        /// The job's bytes are to be sent, marked or not.
        case send(PrintJob)
    }

    /// Takes up the jobs that an earlier process left, oldest first.
    ///
    /// Those it was sending are uncertain now: the effects say what to write.
    package static func resuming(_ stored: [PrintJob]) -> (queue: PrintQueue, effects: [Effect]) {
        var queue = PrintQueue()
        var effects: [Effect] = []
        for var job in stored.sorted(by: { $0.id < $1.id }) where job.state != .sent {
            let before = job
            queue.advance(&job, by: .orphaned)
            if job != before { effects.append(.save(job)) }
            queue.pending.append(job)
        }
        return (queue, effects)
    }

    /// Makes an empty queue before a printer that nobody has seen yet.
    package init() {
        pending = []
        printer = .unknown
    }

    /// Takes one event and answers what has to be done, in this order.
    package mutating func apply(_ event: Event) -> [Effect] {
        switch (printer, event) {
        case (_, .added(let job)):
            pending.append(job)
            return next()
        case (.unknown, .printerReady), (.absent, .printerReady), (.ready, .printerReady):
            printer = .ready
            return next()
        case (.unknown, .printerAbsent(let reason)), (.ready, .printerAbsent(let reason)),
            (.absent, .printerAbsent(let reason)):
            printer = .absent(reason: reason)
            return []
        case (.printing, .printerReady), (.printing, .printerAbsent):
            // The job under way ends by itself, finished or failed; then presence is asked again.
            return []
        case (.printing, .finished(let id)):
            return end(id, .finished)
        case (.printing, .failed(let id, let bytesTaken)):
            return end(id, .failed(bytesTaken: bytesTaken))
        case (.unknown, .finished), (.ready, .finished), (.absent, .finished), (.unknown, .failed),
            (.ready, .failed), (.absent, .failed):
            // The end of a job that is not under way tells nothing.
            return []
        }
    }

    private mutating func end(_ id: PrintJob.ID, _ outcome: PrintJob.Event) -> [Effect] {
        guard var job = pending.first, job.id == id else { return [] }
        advance(&job, by: outcome)
        if job.state == .sent {
            pending.removeFirst()
            printer = .ready
            return [.save(job)] + next()
        }
        pending[0] = job
        printer = .unknown
        return [.save(job)]
    }

    private mutating func next() -> [Effect] {
        guard printer == .ready, var job = pending.first else { return [] }
        advance(&job, by: .begun)
        pending[0] = job
        printer = .printing
        return [.save(job), .send(job)]
    }

    private func advance(_ job: inout PrintJob, by event: PrintJob.Event) {
        do throws(PrintJob.Rejection) {
            try job.apply(event)
        } catch {
            preconditionFailure("print job \(job.id.raw): \(error.event) in \(error.state)")
        }
    }
}
