import Devices
import ESCPOS
import Linux
import Printing
import SystemPackage

/// The talk with the printer that is there now: asks in good time, hears, and says what changed.
///
/// Nothing here decides about receipts; it is `SpoolerDesk` that holds one back or waits for its end.
struct PrinterConversation {
    let driver: any PrinterDriver
    let stop: EventFlag
    let times: SpoolerTimes
    let openings: Int
    var dialogue: StatusDialogue
    /// When the open question has waited long enough, and when the printer is asked again.
    private var answerDue = Deadline.never
    private var pollDue = Deadline.never
    private var recoveryDue = Deadline.now

    /// A jammed cutter is told to go on this often.
    private static let recoveryMilliseconds: Int32 = 3_000

    init(
        _ driver: any PrinterDriver, _ features: StatusFeatures, until stop: EventFlag,
        times: SpoolerTimes
    ) {
        self.driver = driver
        self.stop = stop
        self.times = times
        openings = driver.openings
        dialogue = StatusDialogue(driver.isTwoWay ? features : .none)
    }

    /// Begins: the printer is to push its states where it can, and says how it is.
    mutating func begin() throws(PrinterFault) {
        forgetOldWords()
        let greeting = dialogue.greeting()
        if !greeting.isEmpty {
            _ = try driver.ask(greeting, within: times.answer, until: stop)
        }
        try poll(next: times.idlePoll)
    }

    /// Throws away what the printer still had to say to whoever used it before: an old answer must
    /// not pass for a new one.
    private func forgetOldWords() {
        guard driver.isTwoWay else { return }
        for _ in 0..<Self.mostOldWords {
            var set = PollSet()
            for source in driver.sources where source.news == .words {
                set.add(source.descriptor, source.isForRoom ? .room : .input)
            }
            do throws(Errno) {
                let ready = try set.wait(milliseconds: Self.silenceMilliseconds)
                guard ready.contains(where: \.isAny) else { return }
            } catch {
                return
            }
            _ = driver.hear()
        }
    }

    private static let silenceMilliseconds: Int32 = 20
    private static let mostOldWords = 8

    /// Takes what the printer said, and asks what is to be asked.
    mutating func hear() throws(PrinterFault) {
        take(driver.hear())
        try respond()
        try askNext()
    }

    /// Asks which pictures the printer keeps; false where it takes no question now.
    mutating func askPictures(within milliseconds: Int32) throws(PrinterFault) -> Bool {
        let question = StatusCommand.pictures.bytes
        guard try driver.ask(question, within: times.answer, until: stop) else { return false }
        dialogue.askedPictures()
        answerDue = Deadline(milliseconds: milliseconds)
        return true
    }

    /// Gives the printer the byte that it waits for behind its list of pictures.
    private mutating func respond() throws(PrinterFault) {
        let response = dialogue.takePictureResponse()
        guard !response.isEmpty else { return }
        _ = try driver.ask(response, within: times.answer, until: stop)
    }

    /// Takes what was heard in the middle of a job.
    mutating func take(_ words: [UInt8]) {
        guard !words.isEmpty else { return }
        dialogue.heard(words)
        if !dialogue.isAsking { answerDue = .never }
    }

    /// Does what is due by now.
    mutating func tick(isBusy: Bool) throws(PrinterFault) {
        if answerDue.isOver {
            answerDue = .never
            dialogue.waitedInVain()
            try respond()
        }
        guard pollDue.isOver || isBusy else { return }
        try poll(next: isBusy ? times.busyPoll : times.idlePoll)
    }

    /// How long until something is due, in milliseconds; negative when nothing is.
    var restMilliseconds: Int32 {
        Deadline.earliest(answerDue.remaining, pollDue.remaining, driver.restMilliseconds)
    }

    /// Tells a printer that was mended to go on, from time to time.
    mutating func recover() throws(PrinterFault) {
        guard let recovery = dialogue.recovery, recoveryDue.isOver else { return }
        recoveryDue = Deadline(milliseconds: Self.recoveryMilliseconds)
        _ = try driver.ask(recovery, within: times.answer, until: stop)
    }

    /// Asks once more for the end of a job whose answer may be lost.
    mutating func askEndAgain() throws(PrinterFault) {
        guard let mark = dialogue.endAgain() else { return }
        _ = try driver.ask(mark, within: times.answer, until: stop)
    }

    private mutating func poll(next milliseconds: Int32) throws(PrinterFault) {
        let line = driver.look(until: stop)
        dialogue.saw(line == .paperOut ? .paperOut : nil)
        dialogue.poll()
        try askNext()
        // One that tells by itself is left alone, and so is one that cannot be asked.
        let isIdle = milliseconds == times.idlePoll
        let isPointless = dialogue.tellsByItself || (!dialogue.canBeAsked && line == nil)
        pollDue = isIdle && isPointless ? .never : Deadline(milliseconds: milliseconds)
    }

    private mutating func askNext() throws(PrinterFault) {
        guard let question = dialogue.nextQuestion() else { return }
        if try !driver.ask(question, within: times.answer, until: stop) {
            dialogue.couldNotAsk()
        } else {
            answerDue = Deadline(milliseconds: times.answer)
        }
    }
}
