import Printing
import Testing

@Suite("The printer's queue: every event in every state")
struct PrintQueueTests {
    static let events: [PrintQueue.Event] = [
        .added(.numbered(3)), .printerReady, .printerAbsent(reason: "gone"),
        .finished(PrintJob.ID(1), isConfirmed: false), .failed(PrintJob.ID(1), bytesTaken: 0, isOwnFault: false),
        .failed(PrintJob.ID(1), bytesTaken: 9, isOwnFault: false), .finished(PrintJob.ID(2), isConfirmed: false),
        .failed(PrintJob.ID(2), bytesTaken: 9, isOwnFault: false),
    ]

    /// The answers to `events`, one a line: the queue afterwards, then what has to be done.
    static let table: [(queue: PrintQueue, answers: [String])] = [
        (
            PrintQueue(),
            [
                "unknown [3:queued]", "ready []", "absent(gone) []", "unknown []", "unknown []",
                "unknown []", "unknown []", "unknown []",
            ]
        ),
        (
            .after(.added(.numbered(1))),
            [
                "unknown [1:queued 3:queued]",
                "printing [1:sending] save 1:sending, send 1:sending",
                "absent(gone) [1:queued]", "unknown [1:queued]", "unknown [1:queued]",
                "unknown [1:queued]", "unknown [1:queued]", "unknown [1:queued]",
            ]
        ),
        (
            .after(.printerReady),
            [
                "printing [3:sending] save 3:sending, send 3:sending", "ready []",
                "absent(gone) []", "ready []", "ready []", "ready []", "ready []", "ready []",
            ]
        ),
        (
            .after(.printerReady, .added(.numbered(1))),
            [
                "printing [1:sending 3:queued]", "printing [1:sending]", "printing [1:sending]",
                "ready [] save 1:sent", "unknown [1:queued] save 1:queued",
                "unknown [1:uncertain] save 1:uncertain", "printing [1:sending]",
                "printing [1:sending]",
            ]
        ),
        (
            .after(.printerReady, .added(.numbered(1)), .added(.numbered(2))),
            [
                "printing [1:sending 2:queued 3:queued]", "printing [1:sending 2:queued]",
                "printing [1:sending 2:queued]",
                "printing [2:sending] save 1:sent, save 2:sending, send 2:sending",
                "unknown [1:queued 2:queued] save 1:queued",
                "unknown [1:uncertain 2:queued] save 1:uncertain",
                "printing [1:sending 2:queued]", "printing [1:sending 2:queued]",
            ]
        ),
        (
            .after(.printerAbsent(reason: "away"), .added(.numbered(1))),
            [
                "absent(away) [1:queued 3:queued]",
                "printing [1:sending] save 1:sending, send 1:sending",
                "absent(gone) [1:queued]", "absent(away) [1:queued]", "absent(away) [1:queued]",
                "absent(away) [1:queued]", "absent(away) [1:queued]", "absent(away) [1:queued]",
            ]
        ),
        (
            .after(
                .printerReady, .added(.numbered(1)), .failed(PrintJob.ID(1), bytesTaken: 9, isOwnFault: false),
                .printerReady),
            [
                "printing [1:sending-marked 3:queued]", "printing [1:sending-marked]",
                "printing [1:sending-marked]", "ready [] save 1:sent",
                "unknown [1:uncertain] save 1:uncertain",
                "unknown [1:uncertain] save 1:uncertain", "printing [1:sending-marked]",
                "printing [1:sending-marked]",
            ]
        ),
    ]

    @Test("all pairs", arguments: table.indices)
    func pairs(row: Int) {
        for (event, answer) in zip(Self.events, Self.table[row].answers) {
            var queue = Self.table[row].queue
            let effects = PrintQueue.said(queue.apply(event, at: 0))
            let said = effects.isEmpty ? queue.said : queue.said + " " + effects
            #expect(said == answer, "\(event) in \(Self.table[row].queue.said)")
        }
        #expect(Self.table[row].answers.count == Self.events.count)
    }

    @Test("a receipt that ended early is first again; the others keep their order behind it")
    func order() {
        var queue = PrintQueue.after(
            .printerReady, .added(.numbered(1)), .added(.numbered(2)), .added(.numbered(3)),
            .failed(PrintJob.ID(1), bytesTaken: 4, isOwnFault: false))
        var sent: [String] = []
        var effects = queue.apply(.printerReady, at: 0)
        while case .send(let job) = effects.last {
            sent.append(job.said)
            effects = queue.apply(.finished(job.id, isConfirmed: false), at: 0)
        }
        #expect(sent == ["1:sending-marked", "2:sending", "3:sending"])
        #expect(queue.said == "ready []")
    }

    @Test("jobs of an earlier process come back in their order; those it was sending are uncertain")
    func resuming() {
        let stored: [PrintJob] = [
            .numbered(5), .numbered(2, .sending), .numbered(1, .sent), .numbered(4, .uncertain),
            .numbered(3, .sendingMarked),
        ]
        var (queue, effects) = PrintQueue.resuming(stored)
        #expect(queue.said == "unknown [2:uncertain 3:uncertain 4:uncertain 5:queued]")
        #expect(PrintQueue.said(effects) == "save 2:uncertain, save 3:uncertain")
        #expect(
            PrintQueue.said(queue.apply(.printerReady, at: 0))
                == "save 2:sending-marked, send 2:sending-marked")
        let again = PrintQueue.resuming(queue.pending)
        #expect(again.queue.said == "unknown [2:uncertain 3:uncertain 4:uncertain 5:queued]")
        let (empty, nothing) = PrintQueue.resuming([])
        #expect(empty.unfinished.isEmpty && nothing.isEmpty)
    }

    @Test("a job is saved as begun before its first byte is sent, and keeps its count of attempts")
    func savedFirst() {
        var queue = PrintQueue.after(.added(.numbered(1)))
        for attempt in 1...3 {
            let effects = queue.apply(.printerReady, at: 0)
            guard case .save(let saved) = effects.first, case .send(let sent) = effects.last else {
                Issue.record("\(effects)")
                return
            }
            #expect(effects.count == 2 && saved == sent && saved.attempts == attempt)
            _ = queue.apply(
                .failed(saved.id, bytesTaken: 0, isOwnFault: false), at: 0)
        }
    }
}
