/// One receipt on its way to paper: queued → sending → sent, or uncertain and sent again, marked.
///
/// *Sold* and *printed* are two facts: a job is made with its bill and then goes its own way.
package struct PrintJob: Hashable, Sendable {
    /// The job's row; a retry never changes it.
    package let id: ID
    /// The number of the bill it prints.
    package let billNumber: String
    /// Where it is on its way.
    package private(set) var state: State
    /// How often sending was begun.
    package private(set) var attempts: Int

    /// A job's number in the database.
    package struct ID: Hashable, Comparable, Sendable {
        /// The row's number; later jobs have larger ones.
        package let raw: Int64
        /// Wraps a row's number.
        package init(_ raw: Int64) { self.raw = raw }

        package static func < (left: ID, right: ID) -> Bool { left.raw < right.raw }
    }

    /// Where a job is on its way.
    package enum State: String, Hashable, Sendable {
        /// Nothing of it has reached a printer.
        case queued
        /// It was begun, unmarked, and its end is not known yet.
        case sending
        /// An earlier attempt may be on paper; the next one carries the word DUPLICATE.
        case uncertain
        /// It was begun again with the mark, and its end is not known yet.
        case sendingMarked = "sending-marked"
        /// The printer has taken its last byte.
        case sent
    }

    /// What happens to a job.
    package enum Event: Hashable, Sendable {
        /// Its bytes are about to be sent; to be committed before the first of them.
        case begun
        /// The printer has taken its last byte.
        case finished
        /// Sending ended early, after this many bytes.
        case failed(bytesTaken: Int)
        /// The process that was sending it is gone; what it had sent is not known.
        case orphaned
    }

    /// An event that a job in its state cannot have.
    package struct Rejection: Error, Hashable, Sendable {
        /// The state it was in and stays in.
        package let state: State
        /// The event.
        package let event: Event
    }

    /// Gathers a job, a new one or one that was stored earlier.
    package init(id: ID, billNumber: String, state: State = .queued, attempts: Int = 0) {
        self.id = id
        self.billNumber = billNumber
        self.state = state
        self.attempts = attempts
    }

    /// Whether its next or present attempt carries the word DUPLICATE.
    package var isMarked: Bool {
        switch state {
        case .uncertain, .sendingMarked: true
        case .queued, .sending, .sent: false
        }
    }

    /// Takes one event; a refused one leaves the job as it was.
    package mutating func apply(_ event: Event) throws(Rejection) {
        switch (state, event) {
        case (.queued, .begun): begin(.sending)
        case (.uncertain, .begun): begin(.sendingMarked)
        case (.sending, .finished), (.sendingMarked, .finished): state = .sent
        case (.sending, .failed(bytesTaken: 0)): state = .queued
        case (.sending, .failed), (.sendingMarked, .failed): state = .uncertain
        case (.sending, .orphaned), (.sendingMarked, .orphaned): state = .uncertain
        case (.queued, .orphaned), (.uncertain, .orphaned), (.sent, .orphaned): break
        case (.queued, .finished), (.queued, .failed), (.uncertain, .finished),
            (.uncertain, .failed), (.sending, .begun), (.sendingMarked, .begun), (.sent, .begun),
            (.sent, .finished), (.sent, .failed):
            throw Rejection(state: state, event: event)
        }
    }

    private mutating func begin(_ next: State) {
        state = next
        attempts += 1
    }
}
