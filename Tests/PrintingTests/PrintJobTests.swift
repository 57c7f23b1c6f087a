import Printing
import Testing

@Suite("One print job")
struct PrintJobTests {
    typealias State = PrintJob.State

    static let states: [State] = [
        .queued, .sending, .uncertain, .sendingMarked, .sent, .confirmed, .dropped, .aside,
        .asideMarked,
    ]

    /// Where an event leads from each of `states`, in their order; nil: refused.
    static let table: [(event: PrintJob.Event, next: [State?])] = [
        (.begun, [.sending, nil, .sendingMarked, nil, nil, nil, nil, nil, nil]),
        (.finished(isConfirmed: false), [nil, .sent, nil, .sent, nil, nil, nil, nil, nil]),
        (
            .finished(isConfirmed: true),
            [nil, .confirmed, nil, .confirmed, nil, nil, nil, nil, nil]
        ),
        (.failed(bytesTaken: 0), [nil, .queued, nil, .uncertain, nil, nil, nil, nil, nil]),
        (.failed(bytesTaken: 1), [nil, .uncertain, nil, .uncertain, nil, nil, nil, nil, nil]),
        (.failed(bytesTaken: .max), [nil, .uncertain, nil, .uncertain, nil, nil, nil, nil, nil]),
        (
            .orphaned,
            [
                .queued, .uncertain, .uncertain, .uncertain, .sent, .confirmed, .dropped, .aside,
                .asideMarked,
            ]
        ),
        (.dropped, [.dropped, nil, .dropped, nil, nil, nil, nil, .dropped, .dropped]),
        (.setAside, [.aside, nil, .asideMarked, nil, nil, nil, nil, nil, nil]),
        (.retried, [nil, nil, nil, nil, nil, nil, nil, .queued, .uncertain]),
    ]

    @Test("every event in every state", arguments: states)
    func pairs(state: State) throws {
        let column = try #require(Self.states.firstIndex(of: state))
        for (event, next) in Self.table {
            var job = PrintJob(
                id: PrintJob.ID(7), subject: "B-7", createdAt: 5, state: state, attempts: 3)
            let before = job
            do throws(PrintJob.Rejection) {
                try job.apply(event)
                #expect(job.state == next[column], "\(event) in \(state)")
                #expect(job.attempts == (event == .begun ? 4 : 3))
                #expect(job.id == before.id && job.subject == before.subject)
                #expect(job.createdAt == before.createdAt)
            } catch {
                #expect(next[column] == nil, "\(event) in \(state)")
                #expect(job == before, "a refusal left a trace")
                #expect(error.state == state && error.event == event)
            }
        }
    }

    @Test(
        "the next or present attempt is marked when an earlier one may be on paper",
        arguments: [
            (.queued, false), (.sending, false), (.uncertain, true), (.sendingMarked, true),
            (.sent, false), (.confirmed, false), (.dropped, false), (.aside, false),
            (.asideMarked, true),
        ] as [(State, Bool)])
    func marks(state: State, isMarked: Bool) {
        #expect(
            PrintJob(id: PrintJob.ID(1), subject: "B-1", createdAt: 0, state: state).isMarked
                == isMarked)
    }

    @Test("a receipt of which no byte was taken prints unmarked, however often that happens")
    func noByte() throws {
        var job = PrintJob(id: PrintJob.ID(1), subject: "B-1", createdAt: 0)
        for attempt in 1...5 {
            try job.apply(.begun)
            #expect(!job.isMarked)
            #expect(job.attempts == attempt)
            try job.apply(.failed(bytesTaken: 0))
            #expect(job.state == .queued)
        }
    }

    @Test("once a byte was taken every later attempt is marked, even after one that took none")
    func everAfter() throws {
        var job = PrintJob(id: PrintJob.ID(1), subject: "B-1", createdAt: 0)
        try job.apply(.begun)
        try job.apply(.failed(bytesTaken: 1))
        for bytes in [0, 0, 5, 0] {
            #expect(job.isMarked)
            try job.apply(.begun)
            #expect(job.state == .sendingMarked)
            try job.apply(.failed(bytesTaken: bytes))
        }
        try job.apply(.begun)
        try job.apply(.finished(isConfirmed: false))
        #expect(job.state == .sent)
    }

    @Test("an end that nobody saw counts as paper used, an end before the beginning does not")
    func orphaned() throws {
        var begun = PrintJob(id: PrintJob.ID(1), subject: "B-1", createdAt: 0)
        try begun.apply(.begun)
        try begun.apply(.orphaned)
        #expect(begun.isMarked)
        var waiting = PrintJob(id: PrintJob.ID(2), subject: "B-2", createdAt: 0)
        try waiting.apply(.orphaned)
        #expect(waiting == PrintJob(id: PrintJob.ID(2), subject: "B-2", createdAt: 0))
    }

    @Test(
        "the words in the database stay what they are",
        arguments: [
            (.queued, "queued"), (.sending, "sending"), (.uncertain, "uncertain"),
            (.sendingMarked, "sending-marked"), (.sent, "sent"),
            (.confirmed, "confirmed"), (.dropped, "dropped"), (.aside, "aside"),
            (.asideMarked, "aside-marked"),
        ] as [(State, String)])
    func stored(state: State, word: String) {
        #expect(state.rawValue == word)
        #expect(State(rawValue: word) == state)
    }
}
