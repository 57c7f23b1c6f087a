import ESCPOS
import Printing
import Seeds
import Testing

@Suite("The conversation with a printer")
struct StatusDialogueTests {
    /// Asks a round and answers each question by its number.
    private func ask(_ dialogue: inout StatusDialogue, _ answers: [UInt8: UInt8]) {
        dialogue.poll()
        while let question = dialogue.nextQuestion() {
            guard question.starts(with: [0x10, 0x04]), let answer = answers[question[2]] else {
                return
            }
            dialogue.heard([answer])
        }
    }

    private var realTimeOnly: StatusFeatures {
        StatusFeatures(
            pushesStatus: false, answersRealTime: true, answersInOrder: false, confirmsJobs: false,
            recovers: false)
    }

    static let fine: [UInt8: UInt8] = [1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12]

    @Test(
        "each bit of DLE EOT is the trouble that Epson's table says",
        arguments: [
            (1, 0x12 | 0x08, [.offline]), (2, 0x12 | 0x04, [.coverOpen]),
            (2, 0x12 | 0x20, [.paperOut]), (3, 0x12 | 0x04, [.error]), (3, 0x12 | 0x08, [.cutter]),
            (3, 0x12 | 0x20, [.unrecoverable]), (3, 0x12 | 0x40, [.overheated]),
            (4, 0x12 | 0x0C, [.paperNearEnd]), (4, 0x12 | 0x60, [.paperOut]),
            (4, 0x12 | 0x6C, [.paperOut, .paperNearEnd]), (1, 0x12, []),
            // The reserved bits and the feed button are no trouble.
            (2, 0x12 | 0x08, []), (1, 0x12 | 0x40, []),
        ] as [(UInt8, UInt8, Set<PrinterTrouble>)])
    func realTime(number: UInt8, answer: UInt8, troubles: Set<PrinterTrouble>) {
        var dialogue = StatusDialogue(realTimeOnly)
        var answers = Self.fine
        answers[number] = answer
        ask(&dialogue, answers)
        #expect(dialogue.state.link == .online)
        // Bit 5 of n = 2 is "stopped by the paper's end"; n = 4 has the last word on the paper.
        let isOverruled = number == 2 && answer == 0x32
        #expect(dialogue.state.troubles == (isOverruled ? [] : troubles))
        ask(&dialogue, Self.fine)
        #expect(dialogue.state.troubles.isEmpty)
    }

    @Test(
        "each bit of an automatic status is the trouble that Epson's table says",
        arguments: [
            ([0x1C, 0, 0, 0], [.offline]), ([0x34, 0, 0, 0], [.coverOpen]),
            ([0x14, 0x04, 0, 0], [.error]), ([0x14, 0x08, 0, 0], [.cutter]),
            ([0x14, 0x20, 0, 0], [.unrecoverable]), ([0x14, 0x40, 0, 0], [.overheated]),
            ([0x14, 0, 0x03, 0], [.paperNearEnd]), ([0x14, 0, 0x0C, 0], [.paperOut]),
            // Offline with a reason: the reason is spoken of.
            ([0x1C, 0, 0x0F, 0], [.paperOut, .paperNearEnd]), ([0x14, 0, 0, 0], []),
        ] as [([UInt8], Set<PrinterTrouble>)])
    func automatic(bytes: [UInt8], troubles: Set<PrinterTrouble>) {
        var dialogue = StatusDialogue(.complete)
        #expect(dialogue.greeting() == [0x1D, 0x61, 0x0F])
        dialogue.heard(bytes)
        #expect(dialogue.state.troubles == troubles)
        #expect(dialogue.tellsByItself)
        dialogue.heard([0x14, 0, 0, 0])
        #expect(dialogue.state.troubles.isEmpty)
    }

    @Test("one question is open at a time, and an answer belongs to it")
    func oneAtATime() {
        var dialogue = StatusDialogue(realTimeOnly)
        dialogue.poll()
        #expect(dialogue.nextQuestion() == [0x10, 0x04, 1])
        #expect(dialogue.nextQuestion() == nil)
        // A pushed status in between answers nothing.
        dialogue.heard([0x14, 0, 0, 0])
        #expect(dialogue.isAsking)
        dialogue.heard([0x12])
        #expect(dialogue.nextQuestion() == [0x10, 0x04, 2])
        dialogue.heard([0x16])
        #expect(dialogue.state.worst == .coverOpen)
    }

    @Test("a printer that never answers is not asked for ever, and is silent")
    func silent() {
        var dialogue = StatusDialogue(.cautious)
        var asked = 0
        for _ in 1...10 {
            dialogue.poll()
            while dialogue.nextQuestion() != nil {
                asked += 1
                dialogue.waitedInVain()
            }
        }
        #expect(asked == 4, "two of each kind")
        #expect(!dialogue.canBeAsked)
        #expect(dialogue.state == PrinterState(link: .silent))
        #expect(dialogue.end(of: 7).isEmpty)
    }

    @Test("one that has answered once is asked again, however often it was silent")
    func proven() {
        var dialogue = StatusDialogue(realTimeOnly)
        ask(&dialogue, Self.fine)
        for _ in 1...10 {
            dialogue.poll()
            #expect(dialogue.nextQuestion() == [0x10, 0x04, 1])
            dialogue.waitedInVain()
        }
        #expect(dialogue.canBeAsked)
    }

    @Test("a process ID confirms its own job and no other")
    func confirmed() {
        var dialogue = StatusDialogue(.complete)
        let mark = dialogue.end(of: 41)
        // Push again, then GS ( H, 6 bytes, function 48, "0042".
        #expect(
            mark == [0x1D, 0x61, 0x0F, 0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30]
                + Array("0042".utf8))
        dialogue.heard([0x37, 0x22] + Array("0041".utf8) + [0])
        #expect(dialogue.awaitsEnd && !dialogue.isEndConfirmed)
        dialogue.heard([0x37, 0x22] + Array("0042".utf8) + [0])
        #expect(!dialogue.awaitsEnd && dialogue.isEndConfirmed)
    }

    @Test("GS r confirms a job where there is no process ID")
    func inOrder() {
        var dialogue = StatusDialogue(.cautious)
        #expect(dialogue.end(of: 1) == [0x1D, 0x72, 1])
        #expect(dialogue.awaitsEnd)
        dialogue.heard([0x00])
        #expect(dialogue.isEndConfirmed && dialogue.hasProvenEnds)
    }

    @Test("an old GS r that an offline printer kept does not confirm a job that came later")
    func keptBack() {
        var dialogue = StatusDialogue(.cautious)
        // Out of paper: DLE EOT is answered, GS r is kept until there is paper.
        dialogue.poll()
        for answer: UInt8 in [0x1A, 0x32, 0x12, 0x72] {
            _ = dialogue.nextQuestion()
            dialogue.heard([answer])
        }
        #expect(dialogue.nextQuestion() == [0x1D, 0x72, 1])
        dialogue.waitedInVain()
        #expect(dialogue.state.worst == .paperOut)
        _ = dialogue.end(of: 1)
        dialogue.heard([0x00])
        #expect(!dialogue.isEndConfirmed, "that was the old question's answer")
        dialogue.heard([0x00])
        #expect(dialogue.isEndConfirmed)
    }

    @Test("the rest of a torn status confirms nothing; the mark is asked for again")
    func torn() {
        var dialogue = StatusDialogue(.cautious)
        _ = dialogue.end(of: 1)
        // The first byte of an automatic status, and a byte that cannot follow it.
        dialogue.heard([0x14, 0x90, 0x00, 0x00])
        #expect(!dialogue.isEndConfirmed)
        #expect(dialogue.endAgain() == nil)
        dialogue.waitedInVain()
        #expect(dialogue.endAgain() == [0x1D, 0x72, 1])
        #expect(dialogue.endAgain() == nil)
        dialogue.heard([0x00, 0x00])
        #expect(dialogue.isEndConfirmed)
    }

    @Test(
        "a torn word is over when the printer answers the open question, and the mark is asked again"
    )
    func tornAndTalking() {
        var dialogue = StatusDialogue(.cautious)
        _ = dialogue.end(of: 1)
        dialogue.poll()
        #expect(dialogue.nextQuestion() == [0x10, 0x04, 1])
        // Noise that may have been the mark's answer; then the answer to the question.
        dialogue.heard([0x80, 0x12])
        #expect(dialogue.endAgain() == [0x1D, 0x72, 1])
        // Both answers come after all: the first confirms, the second is the first job's still.
        dialogue.heard([0x00])
        #expect(dialogue.isEndConfirmed)
        _ = dialogue.end(of: 2)
        dialogue.heard([0x00])
        #expect(!dialogue.isEndConfirmed, "that was an answer to the first job's mark")
        dialogue.heard([0x00])
        #expect(dialogue.isEndConfirmed)
    }

    @Test("an end that was doubted is asked for once more, and one that was confirmed is not")
    func doubted() {
        var dialogue = StatusDialogue(.cautious)
        _ = dialogue.end(of: 1)
        #expect(dialogue.endAgain() == nil)
        dialogue.doubtEnd()
        #expect(dialogue.endAgain() == [0x1D, 0x72, 1])
        #expect(dialogue.endAgain() == nil)
        dialogue.heard([0x00])
        #expect(dialogue.isEndConfirmed)
        dialogue.doubtEnd()
        #expect(dialogue.endAgain() == nil)
    }

    @Test("recovery is told where the printer waits for it, and not with the cover open")
    func recovery() {
        var dialogue = StatusDialogue(.complete)
        #expect(dialogue.recovery == nil)
        dialogue.heard([0x1C, 0x08, 0, 0])
        #expect(dialogue.recovery == [0x10, 0x05, 1])
        dialogue.heard([0x3C, 0x08, 0, 0])
        #expect(dialogue.recovery == nil)
        #expect(dialogue.clearing == [0x10, 0x05, 2])
        var other = StatusDialogue(.cautious)
        other.heard([0x1C, 0x08, 0, 0])
        #expect(other.recovery == nil && other.clearing.isEmpty)
    }

    @Test("a drawer is known to be open once its level has been seen to change")
    func drawer() {
        var dialogue = StatusDialogue(realTimeOnly)
        ask(&dialogue, Self.fine)
        #expect(dialogue.state.isDrawerOpen == nil)
        ask(&dialogue, Self.fine.merging([1: 0x16]) { $1 })
        #expect(dialogue.state.isDrawerOpen == false)
        ask(&dialogue, Self.fine)
        #expect(dialogue.state.isDrawerOpen == true)
    }

    @Test("what the port says is added, and its reasonless word only where nothing else is known")
    func port() {
        var dialogue = StatusDialogue(realTimeOnly)
        dialogue.saw(.paperOut)
        #expect(dialogue.state.troubles == [.paperOut])
        dialogue.saw(.notAccepting)
        #expect(dialogue.state.troubles == [.notAccepting])
        ask(&dialogue, Self.fine.merging([2: 0x16]) { $1 })
        #expect(dialogue.state.troubles == [.coverOpen])
        dialogue.saw(nil)
        ask(&dialogue, Self.fine)
        #expect(!dialogue.state.isBlocked)
    }

    @Test("any bytes at any time are survived, and confirm no job that was not asked for")
    func rubbish() {
        for seed in 1...UInt64(2_000) {
            var random = SeededGenerator(seed: seed)
            var dialogue = StatusDialogue(.complete)
            for _ in 0..<30 {
                dialogue.heard(StatusReplyParserTests.stream(&random))
                if random.once(in: 3) { dialogue.poll() }
                if random.once(in: 2) { _ = dialogue.nextQuestion() }
                if random.once(in: 4) { dialogue.waitedInVain() }
            }
            #expect(!dialogue.isEndConfirmed && !dialogue.awaitsEnd, "seed \(seed)")
        }
    }
}
