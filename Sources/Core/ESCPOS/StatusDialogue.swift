package import Printing

/// The conversation with one printer: what to ask next, and what its answers say.
///
/// Pure: bytes and the passing of time come in, questions go out. One question is open at a time
/// (HPRT TP809 manual, page 36: send nothing more until the answer arrives), so that an answer that
/// does not name its question belongs to the open one.
package struct StatusDialogue: Hashable, Sendable {
    /// What the model has, as its profile says.
    package let features: StatusFeatures
    private var parser = StatusReplyParser()
    private var board = StatusBoard()
    private var toAsk: [StatusCommand] = []
    private var open: StatusCommand?
    private var mark: Mark?
    /// What the printer's port or its refusal of data says, beside its own words.
    private var line: PrinterTrouble?
    /// Which kinds of question it has ever answered.
    private var proven: Set<Kind> = []
    private var unanswered: [Kind: Int] = [:]
    /// Questions that are answered in order, and their answers so far: an offline printer keeps
    /// them, and answers an old one when it is back.
    private var inOrder = Count()
    /// Whether bytes were lost, so that a lone byte may be the rest of something else.
    private var isTorn = false
    /// Whether the answer to the mark may be among what was lost.
    private var hasLostEnd = false
    /// Which pictures the printer keeps, where that was asked.
    package private(set) var pictures = PictureInquiry()

    private enum Kind: Hashable {
        case realTime, inOrder, push, confirm
    }

    private struct Mark: Hashable {
        let command: StatusCommand
        /// How many answers in order there will have been when this mark's has come.
        var ordinal: Int
        var isAnswered = false
    }

    private struct Count: Hashable {
        var asked = 0
        var answered = 0
    }

    /// So many questions in a row without an answer, and none ever answered: it does not know them.
    private static let patience = 2

    /// Starts with a printer that was just opened and has said nothing.
    package init(_ features: StatusFeatures) {
        self.features = features
    }

    /// How the printer is, from all that it said.
    package var state: PrinterState {
        var troubles = board.spoken
        // Not accepting is said only where nothing tells why.
        if let line, line != .notAccepting || !troubles.contains(where: \.isBlocking) {
            troubles.insert(line)
        }
        return PrinterState(
            link: proven.isEmpty ? .silent : .online, troubles: troubles,
            isDrawerOpen: board.isDrawerOpen)
    }

    /// Whether it tells every change by itself, so that it need not be asked while idle.
    package var tellsByItself: Bool { proven.contains(.push) }

    /// Whether it can be asked at all.
    package var canBeAsked: Bool {
        features.pushesStatus || knows(.realTime) || knows(.inOrder)
    }

    /// Whether a question waits for its answer.
    package var isAsking: Bool { open != nil }

    /// What to send when the printer was opened: it is to push its state, where it can.
    package func greeting() -> [UInt8] {
        features.pushesStatus ? StatusCommand.push.bytes : []
    }

    /// Begins a round of questions, unless one is under way.
    package mutating func poll() {
        guard open == nil, toAsk.isEmpty else { return }
        if knows(.realTime) {
            toAsk = (1...4).map { .realTime($0) }
        }
        // Once, to learn whether it answers at all; later it would only repeat what was said.
        if knows(.inOrder), !proven.contains(.inOrder) || !knows(.realTime), mark == nil {
            toAsk.append(.inOrder)
        }
    }

    /// The next question's bytes; nil while one is open, or when all were asked.
    package mutating func nextQuestion() -> [UInt8]? {
        guard open == nil, !toAsk.isEmpty else { return nil }
        let question = toAsk.removeFirst()
        open = question
        if question == .inOrder { inOrder.asked += 1 }
        return question.bytes
    }

    /// The open question could not even be sent: the printer takes nothing.
    package mutating func couldNotAsk() {
        if open == .inOrder { inOrder.asked -= 1 }
        open = nil
        toAsk = []
        line = line ?? .notAccepting
    }

    /// The open question was waited for in vain.
    ///
    /// One that is answered in order only is waited for longer while the printer is offline.
    package mutating func waitedInVain() {
        for reply in parser.giveUp() { take(reply) }
        hasLostEnd = hasLostEnd || isTorn
        isTorn = false
        guard let question = open else { return }
        open = nil
        toAsk = []
        guard question != .pictures else { return pictures.giveUp() }
        let kind = kind(of: question)
        guard kind != .inOrder || !state.isBlocked else { return }
        unanswered[kind, default: 0] += 1
    }

    /// The list of kept pictures was asked for: it is the open question until it has come.
    ///
    /// Only for a model that keeps pictures, and while no other question is open.
    package mutating func askedPictures() {
        pictures.begin()
        open = .pictures
    }

    /// The byte that the printer waits for behind a block of its list; empty where it waits for none.
    package mutating func takePictureResponse() -> [UInt8] { pictures.takeResponse() }

    /// The printer said something; the state may be another one now.
    package mutating func heard(_ bytes: [UInt8]) {
        for reply in parser.take(bytes) { take(reply) }
    }

    /// What the port says of itself (or the refusal of data): a trouble, or that all is well.
    package mutating func saw(_ trouble: PrinterTrouble?) {
        line = trouble
    }
}

extension StatusDialogue {
    /// The bytes that end a job: the answer to them says that all of it was processed.
    ///
    /// Empty for a printer that cannot say so. The pushing of states is asked for again, because a
    /// receipt begins with `ESC @`, which ends it.
    package mutating func end(of number: Int64) -> [UInt8] {
        mark = nil
        open = nil
        toAsk = []
        var bytes = greeting()
        hasLostEnd = false
        if features.confirmsJobs {
            mark = Mark(command: .confirm(ProcessID(number: number)), ordinal: 0)
        } else if knows(.inOrder) {
            inOrder.asked += 1
            mark = Mark(command: .inOrder, ordinal: inOrder.asked)
        }
        if let mark { bytes += mark.command.bytes }
        return bytes
    }

    /// The mark once more, where its answer may have been lost on the way; else nil.
    package mutating func endAgain() -> [UInt8]? {
        guard hasLostEnd, awaitsEnd, let mark else { return nil }
        hasLostEnd = false
        if mark.command == .inOrder { inOrder.asked += 1 }
        return mark.command.bytes
    }

    /// The end was waited for longer than a receipt takes: `endAgain` may ask for it once more.
    ///
    /// Its answer may be lost without a trace. Answers in order are counted, so that one that was
    /// only late confirms nothing else.
    package mutating func doubtEnd() {
        hasLostEnd = awaitsEnd
    }

    /// Whether the end of a job is still to be confirmed.
    package var awaitsEnd: Bool { mark.map { !$0.isAnswered } ?? false }

    /// Whether the job's end was confirmed.
    package var isEndConfirmed: Bool { mark?.isAnswered ?? false }

    /// Whether the printer has ever confirmed an end, or answered the question used for it.
    package var hasProvenEnds: Bool {
        mark.map { proven.contains(kind(of: $0.command)) } ?? false
    }

    /// The job's end is not waited for any more.
    package mutating func forgetEnd() {
        mark = nil
    }

    /// What to send so that the printer goes on after an error that a person has mended.
    ///
    /// Nil where there is none, the cover is open, or the model knows no recovery.
    package var recovery: [UInt8]? {
        let troubles = board.troubles
        let isMendable = board.awaitsRecovery || !troubles.isDisjoint(with: [.cutter, .error])
        guard features.recovers, isMendable,
            troubles.isDisjoint(with: [.coverOpen, .paperOut, .unrecoverable])
        else { return nil }
        return StatusCommand.goOn.bytes
    }

    /// What to send before a receipt is sent once more: what is left of it must not print too.
    package var clearing: [UInt8] { features.recovers ? StatusCommand.clear.bytes : [] }

    private func knows(_ kind: Kind) -> Bool {
        let isFeature =
            switch kind {
            case .realTime: features.answersRealTime
            case .inOrder: features.answersInOrder
            case .push: features.pushesStatus
            case .confirm: features.confirmsJobs
            }
        return isFeature
            && (proven.contains(kind) || unanswered[kind, default: 0] < Self.patience)
    }

    private func kind(of question: StatusCommand) -> Kind {
        switch question {
        case .inOrder, .pictures: .inOrder
        case .push: .push
        case .confirm: .confirm
        case .realTime, .goOn, .clear: .realTime
        }
    }

    private mutating func take(_ reply: StatusReply) {
        switch reply {
        case .realTime(let byte):
            guard case .realTime(let number) = open else { return }
            open = nil
            // Whatever was torn is over: what it took with it may have been the mark's answer.
            hasLostEnd = hasLostEnd || isTorn
            isTorn = false
            prove(.realTime)
            board.take(byte, of: number)
        case .automatic(let status):
            prove(.push)
            board.take(status)
        case .inOrder(let byte):
            takeInOrder(byte)
        case .processed(let id):
            prove(.confirm)
            if case .confirm(id) = mark?.command { mark?.isAnswered = true }
        case .noise:
            isTorn = true
        case .block(let header, let content):
            guard open == .pictures else { return }
            pictures.take(header: header, content)
            if !pictures.isOpen { open = nil }
        case .flow:
            break
        }
    }

    /// A byte that may be the rest of a torn status confirms nothing.
    private mutating func takeInOrder(_ byte: UInt8) {
        guard !isTorn, inOrder.answered < inOrder.asked else { return }
        inOrder.answered += 1
        if open == .inOrder, inOrder.answered == inOrder.asked { open = nil }
        if let mark, mark.command == .inOrder, inOrder.answered >= mark.ordinal {
            self.mark?.isAnswered = true
        }
        prove(.inOrder)
        board.takeInOrder(byte)
    }

    private mutating func prove(_ kind: Kind) {
        proven.insert(kind)
        unanswered[kind] = 0
    }
}
