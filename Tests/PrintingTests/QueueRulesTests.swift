import Printing
import Testing

@Suite("Receipts that had to wait")
struct QueueRulesTests {
    private let minute: Int64 = 60_000

    /// A queue whose printer is away while these receipts are sold, one a minute.
    private func waiting(_ count: Int64, _ rules: QueueRules) -> PrintQueue {
        var queue = PrintQueue(rules: rules)
        _ = queue.apply(.printerAbsent(reason: "away"), at: 0)
        for number in 1...count {
            let job = PrintJob(
                id: PrintJob.ID(number), subject: "B-\(number)", createdAt: number * minute)
            _ = queue.apply(.added(job), at: number * minute)
        }
        return queue
    }

    @Test("a few that waited a little print by themselves")
    func few() {
        var queue = waiting(3, QueueRules(mostWaiting: 3))
        let effects = PrintQueue.said(queue.apply(.printerReady, at: 4 * minute))
        #expect(effects == "save 1:sending, send 1:sending")
    }

    @Test(
        "too many, or one too old, are held for the cashier's word",
        arguments: [(4, 5), (2, 60)] as [(Int64, Int64)])
    func asked(count: Int64, later: Int64) {
        var queue = waiting(count, QueueRules(mostWaiting: 3))
        #expect(PrintQueue.said(queue.apply(.printerReady, at: later * minute)) == "ask")
        #expect(queue.held.count == Int(count) && queue.pending.isEmpty)
        // A new customer's receipt does not wait for that word.
        let next = PrintJob.numbered(9)
        #expect(
            PrintQueue.said(queue.apply(.added(next), at: later * minute))
                == "save 9:sending, send 9:sending")
        // Said yes, they print in their order behind the one that is under way.
        #expect(queue.apply(.released(nil), at: later * minute).isEmpty)
        #expect(queue.pending.map(\.id.raw) == [9] + Array(1...count))
        let effects = queue.apply(
            .finished(next.id, isConfirmed: true), at: later * minute)
        #expect(
            PrintQueue.said(effects) == "save 9:confirmed, save 1:sending, send 1:sending")
    }

    @Test("said no, they are dropped and nothing prints; one alone can be chosen")
    func dropped() {
        var queue = waiting(4, QueueRules(mostWaiting: 3))
        _ = queue.apply(.printerReady, at: 5 * minute)
        #expect(
            PrintQueue.said(queue.apply(.released(PrintJob.ID(3)), at: 5 * minute))
                == "save 3:sending, send 3:sending")
        #expect(
            PrintQueue.said(queue.apply(.dropped(PrintJob.ID(1)), at: 5 * minute))
                == "save 1:dropped")
        #expect(
            PrintQueue.said(queue.apply(.dropped(nil), at: 5 * minute))
                == "save 2:dropped, save 4:dropped")
        #expect(queue.unfinished.map(\.id.raw) == [3])
        // The one under way cannot be dropped: it may be on paper already.
        #expect(queue.apply(.dropped(PrintJob.ID(3)), at: 5 * minute).isEmpty)
    }

    @Test("a kiosk prints the newest and leaves out what is too old or too much")
    func kiosk() {
        var queue = waiting(6, QueueRules(mostWaiting: 3, old: .drop))
        let effects = queue.apply(.printerReady, at: 7 * minute)
        #expect(
            PrintQueue.said(effects)
                == "save 1:dropped, save 2:dropped, save 3:dropped, dropped [1, 2, 3], "
                + "save 4:sending, send 4:sending")
        var old = waiting(2, QueueRules(longestWaitMilliseconds: 10 * minute, old: .drop))
        #expect(
            PrintQueue.said(old.apply(.printerReady, at: 12 * minute - 1))
                == "save 1:dropped, dropped [1], save 2:sending, send 2:sending")
    }

    @Test("a shop that wants all of them gets all of them")
    func all() {
        var queue = waiting(9, QueueRules(mostWaiting: 3, old: .print))
        #expect(
            PrintQueue.said(queue.apply(.printerReady, at: 600 * minute))
                == "save 1:sending, send 1:sending")
    }

    @Test("a rush at a printer that works is no pile of old receipts")
    func rush() {
        var queue = PrintQueue(rules: QueueRules(mostWaiting: 3))
        _ = queue.apply(.printerReady, at: 0)
        for number in 1...50 { _ = queue.apply(.added(.numbered(Int64(number))), at: 0) }
        for number in 1...49 {
            let effects = queue.apply(
                .finished(PrintJob.ID(Int64(number)), isConfirmed: true), at: 600 * minute)
            #expect(effects.last == queue.pending.first.map(PrintQueue.Effect.send))
        }
    }

    @Test("paper that ends in the middle of a receipt: the pile behind it is asked about")
    func paperOut() {
        var queue = PrintQueue(rules: QueueRules(mostWaiting: 3))
        _ = queue.apply(.printerReady, at: 0)
        for number in 1...6 { _ = queue.apply(.added(.numbered(Int64(number))), at: 0) }
        _ = queue.apply(.printerStands, at: 0)
        let effects = queue.apply(.finished(PrintJob.ID(1), isConfirmed: true), at: 0)
        #expect(PrintQueue.said(effects) == "save 1:confirmed, ask")
        #expect(queue.held.map(\.id.raw) == [2, 3, 4, 5, 6])
    }

    @Test("a receipt that fails three times by its own fault is set aside, and others print")
    func poisoned() {
        var queue = PrintQueue()
        _ = queue.apply(.printerReady, at: 0)
        _ = queue.apply(.added(.numbered(1)), at: 0)
        _ = queue.apply(.added(.numbered(2)), at: 0)
        let failure = PrintQueue.Event.failed(PrintJob.ID(1), bytesTaken: 0, isOwnFault: true)
        for _ in 1...2 {
            #expect(PrintQueue.said(queue.apply(failure, at: 0)) == "save 1:queued")
            _ = queue.apply(.printerReady, at: 0)
        }
        #expect(
            PrintQueue.said(queue.apply(failure, at: 0)) == "save 1:aside, aside 1:aside")
        #expect(
            PrintQueue.said(queue.apply(.printerReady, at: 0)) == "save 2:sending, send 2:sending")
        #expect(queue.aside.map(\.id.raw) == [1])
        #expect(
            PrintQueue.said(queue.apply(.released(PrintJob.ID(1)), at: 0)) == "save 1:queued")
        #expect(queue.pending.map(\.id.raw) == [2, 1])
    }

    @Test("a cable that is pulled again and again sets nothing aside")
    func cable() {
        var queue = PrintQueue.after(.printerReady, .added(.numbered(1)))
        for _ in 1...20 {
            _ = queue.apply(
                .failed(PrintJob.ID(1), bytesTaken: 5, isOwnFault: false), at: 0)
            _ = queue.apply(.printerReady, at: 0)
        }
        #expect(queue.said == "printing [1:sending-marked]")
    }

    @Test("a receipt that was begun by twelve processes and ended none of them is set aside")
    func deadly() {
        let stored = PrintJob(
            id: PrintJob.ID(1), subject: "B-1", createdAt: 0, state: .sendingMarked,
            attempts: 12)
        let (queue, effects) = PrintQueue.resuming([stored, .numbered(2)])
        #expect(PrintQueue.said(effects) == "aside 1:aside-marked, save 1:aside-marked")
        #expect(queue.pending.map(\.id.raw) == [2] && queue.aside.map(\.id.raw) == [1])
        let again = PrintQueue.resuming(queue.unfinished)
        #expect(again.effects.isEmpty && again.queue.aside == queue.aside)
    }
}
