/// One paper on its way out of a printer: queued → sending → sent or confirmed, or uncertain and again.
///
/// *Sold* and *printed* are two facts: a job is made with its bill and then goes its own way.
package struct PrintJob: Hashable, Sendable {
    /// The job's row; a retry never changes it.
    package let id: ID
    /// What it prints.
    package let kind: Kind
    /// Of what: a bill's number, a parked bill's, a customer's, an attempt's `tr`.
    package let subject: String
    /// When it was made, in milliseconds since 1970.
    package let createdAt: Int64
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

    /// What a job puts on paper; what that says was fixed when the job was made.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A closed bill or a credit note.
        case bill
        /// The slip of a bill that was put aside.
        case heldBill = "held-bill"
        /// What a customer owes and why.
        case statement
        /// What a customer paid off.
        case repayment
        /// The code of a UPI payment that is asked for.
        case upiCode = "upi-code"
        /// What was sold in a shift.
        case shiftReport = "shift-report"
    }

    /// Where a job is on its way.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Nothing of it has reached a printer.
        case queued
        /// It was begun, unmarked, and its end is not known yet.
        case sending
        /// An earlier attempt may be on paper; the next one carries the word DUPLICATE.
        case uncertain
        /// It was begun again with the mark, and its end is not known yet.
        case sendingMarked = "sending-marked"
        /// The printer has taken its last byte; this one cannot say more.
        case sent
        /// The printer has said that it has processed the last byte.
        case confirmed
        /// It is not to be printed, a person or the shop's rule decided; its bill still can be.
        case dropped
        /// It failed again and again and lets others pass; nothing of it is on paper.
        case aside
        /// It failed again and again and lets others pass; it may be on paper.
        case asideMarked = "aside-marked"
    }

    /// What happens to a job.
    package enum Event: Hashable, Sendable {
        /// Its bytes are about to be sent; to be committed before the first of them.
        case begun
        /// The printer has taken its last byte, and has said so itself or not.
        case finished(isConfirmed: Bool)
        /// Sending ended early, after this many bytes.
        case failed(bytesTaken: Int)
        /// The process that was sending it is gone; what it had sent is not known.
        case orphaned
        /// Somebody decided not to print it.
        case dropped
        /// It failed too often.
        case setAside
        /// A job that was set aside shall be tried again.
        case retried
    }

    /// An event that a job in its state cannot have.
    package struct Rejection: Error, Hashable, Sendable {
        /// The state it was in and stays in.
        package let state: State
        /// The event.
        package let event: Event
    }

    /// Gathers a job, a new one or one that was stored earlier.
    package init(
        id: ID, kind: Kind = .bill, subject: String, createdAt: Int64, state: State = .queued,
        attempts: Int = 0
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.createdAt = createdAt
        self.state = state
        self.attempts = attempts
    }

    /// Takes one event; a refused one leaves the job as it was.
    package mutating func apply(_ event: Event) throws(Rejection) {
        switch (state, event) {
        case (.queued, .begun): begin(.sending)
        case (.uncertain, .begun): begin(.sendingMarked)
        case (.sending, .finished(let isConfirmed)), (.sendingMarked, .finished(let isConfirmed)):
            state = isConfirmed ? .confirmed : .sent
        case (.sending, .failed(bytesTaken: 0)): state = .queued
        case (.sending, .failed), (.sendingMarked, .failed): state = .uncertain
        case (.sending, .orphaned), (.sendingMarked, .orphaned): state = .uncertain
        case (.queued, .orphaned), (.uncertain, .orphaned), (.sent, .orphaned),
            (.confirmed, .orphaned), (.dropped, .orphaned), (.aside, .orphaned),
            (.asideMarked, .orphaned):
            break
        case (.queued, .dropped), (.uncertain, .dropped), (.aside, .dropped),
            (.asideMarked, .dropped):
            state = .dropped
        case (.queued, .setAside): state = .aside
        case (.uncertain, .setAside): state = .asideMarked
        case (.aside, .retried): state = .queued
        case (.asideMarked, .retried): state = .uncertain
        case (.queued, .finished), (.queued, .failed), (.queued, .retried),
            (.sending, .begun), (.sending, .dropped), (.sending, .setAside), (.sending, .retried),
            (.uncertain, .finished), (.uncertain, .failed), (.uncertain, .retried),
            (.sendingMarked, .begun), (.sendingMarked, .dropped), (.sendingMarked, .setAside),
            (.sendingMarked, .retried),
            (.aside, .begun), (.aside, .finished), (.aside, .failed), (.aside, .setAside),
            (.asideMarked, .begun), (.asideMarked, .finished), (.asideMarked, .failed),
            (.asideMarked, .setAside),
            (.sent, .begun), (.sent, .finished), (.sent, .failed), (.sent, .dropped),
            (.sent, .setAside), (.sent, .retried),
            (.confirmed, .begun), (.confirmed, .finished), (.confirmed, .failed),
            (.confirmed, .dropped), (.confirmed, .setAside), (.confirmed, .retried),
            (.dropped, .begun), (.dropped, .finished), (.dropped, .failed), (.dropped, .dropped),
            (.dropped, .setAside), (.dropped, .retried):
            throw Rejection(state: state, event: event)
        }
    }

    private mutating func begin(_ next: State) {
        state = next
        attempts += 1
    }
}
