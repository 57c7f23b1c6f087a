package import Devices
package import Linux
import Synchronization
package import SystemPackage

/// A printer whose troubles are arranged: absent, blocked, unplugged after an exact byte.
///
/// A real driver for everything that uses one, and a puppet for whoever holds it: a test plugs,
/// blocks and pulls from any thread, and awaits `happenings` instead of sleeping.
package final class FaultyPrinter: PrinterDriver, Sendable {
    /// What can be arranged for the middle of a job.
    package enum Trouble: Hashable, Sendable {
        /// The cable is pulled; `plugIn` puts it back.
        case unplugged
        /// It takes no more until `unblock`, and this is what it says.
        case blocked(PrinterWait)
        /// Its paper ends: it takes the rest of the job into its buffer, and confirms nothing.
        case paperEnd
    }

    /// What the printer went through, in order.
    package enum Happening: Hashable, Sendable {
        /// Somebody looked for it.
        case lookedFor(PrinterPresence)
        /// A job of this many bytes has begun.
        case began(Int)
        /// It waits, or moves again.
        case waits(PrinterWait)
        /// The job's last byte was taken.
        case finished
        /// The job ended early.
        case failed(PrinterFault)
    }

    /// Everything that happens, from the making on; one reader at a time.
    package let happenings: AsyncStream<Happening>
    private let report: AsyncStream<Happening>.Continuation
    private let state: Mutex<State>
    // Up when it may have come or gone: what `changes` shows.
    private let cable: EventFlag
    // Up when the state has changed, for a job that waits.
    private let touched: EventFlag

    // Up when it has said something.
    private let spoken: EventFlag
    private let speaks: Bool

    private struct State {
        var isPlugged: Bool
        var wait: PrinterWait?
        var arranged: (trouble: Trouble, afterBytes: Int)?
        var papers: [[UInt8]] = []
        var mouth: Mouth?
        var questions: [[UInt8]] = []
    }

    /// Makes a printer that is plugged in or not; throws when the process is out of descriptors.
    ///
    /// One that `speaks` answers `DLE EOT`, `GS r` and `GS ( H` as a TM printer does.
    package init(isPlugged: Bool = true, speaks: Bool = false) throws(Errno) {
        state = Mutex(State(isPlugged: isPlugged, mouth: speaks ? Mouth() : nil))
        self.speaks = speaks
        spoken = try EventFlag()
        cable = try EventFlag()
        touched = try EventFlag()
        (happenings, report) = AsyncStream.makeStream()
    }

    /// What a person calls it.
    package var name: String { "faulty printer" }

    /// Whether it answers questions.
    package var isTwoWay: Bool { speaks }

    /// Its cable's news, and its words.
    package var sources: [PrinterSource] {
        [PrinterSource(cable.raw, .presence), PrinterSource(spoken.raw, .words)]
    }

    /// What it has said since the last call.
    package func hear() -> [UInt8] {
        spoken.lower()
        return state.withLock { state in
            defer { state.mouth?.words = [] }
            return state.mouth?.words ?? []
        }
    }

    /// Takes a question, unless it is blocked.
    package func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool {
        let (isPlugged, isTaken) = state.withLock { state in
            let isTaken = state.isPlugged && state.wait == nil
            if isTaken {
                state.mouth?.listen(bytes[...])
                state.questions.append(bytes)
            }
            return (state.isPlugged, isTaken)
        }
        guard isPlugged else {
            throw PrinterFault(bytesTaken: 0, reason: "The faulty printer was unplugged.")
        }
        if isTaken { spoken.raise() }
        return isTaken
    }

    /// Ends its paper: it says so when it is asked, and confirms no job.
    package func endPaper() {
        state.withLock { Self.endPaper(&$0) }
    }

    /// Loses its next answer to a question in order, as a bad cable does.
    package func loseNextAnswer() {
        state.withLock { $0.mouth?.losesNextAnswer = true }
    }

    /// The letters of the pictures that it keeps without power, each as text, sorted.
    package var keptPictures: [String] {
        memory.pictures.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    /// How often its memory was written to, and how often it was used as no host should.
    ///
    /// `missed` counts pictures that were named and are not in it, `interruptions` the blocks of its
    /// list that were answered by something else than `ACK` or `CAN`.
    package var memoryUse: (writings: Int, missed: Int, interruptions: Int) {
        (memory.writings, memory.missed, memory.interruptions)
    }

    private var memory: Memory { state.withLock { $0.mouth?.memory ?? Memory() } }

    /// Arranges its memory: full, or of a model that has no list of it.
    package func arrangeMemory(isFull: Bool = false, isMute: Bool = false) {
        state.withLock { state in
            state.mouth?.memory.isFull = isFull
            state.mouth?.memory.isMute = isMute
        }
    }

    /// Takes all pictures out of its memory, as if another printer hung on the cable.
    package func forgetPictures() {
        state.withLock { $0.mouth?.memory.pictures = [:] }
    }

    /// Puts pictures of somebody else into its memory; its list has blocks of so many then.
    package func keepPictures(_ letters: [String], inBlocksOf count: Int = 40) {
        state.withLock { state in
            for one in letters { state.mouth?.memory.pictures[Array(one.utf8)] = [0xFF] }
            state.mouth?.memory.pictureCountOfBlock = count
        }
    }

    /// Puts a new roll in: it prints what it had taken, and confirms it.
    package func loadPaper() {
        state.withLock { state in
            state.mouth?.answers = [1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12]
            state.mouth?.paper = 0
            state.mouth?.comeOnline()
        }
        spoken.raise()
    }

    private static func endPaper(_ state: inout State) {
        // Offline; stopped by the paper's end; no error; no paper (and near its end before).
        state.mouth?.answers = [1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E]
        state.mouth?.paper = 0x0F
        state.mouth?.isOffline = true
    }

    /// The bytes it took, job by job; a job that failed has those up to its end.
    package var papers: [[UInt8]] { state.withLock { $0.papers } }

    /// What it was asked or told between jobs, in order.
    package var questions: [[UInt8]] { state.withLock { $0.questions } }

    /// Plugs it in.
    package func plugIn() { setPlugged(true) }

    /// Pulls its cable; a job in the middle fails with what was taken until now.
    package func unplug() { setPlugged(false) }

    /// Makes it take no more bytes, for the reason given.
    package func block(_ wait: PrinterWait) {
        state.withLock { $0.wait = wait }
        touched.raise()
    }

    /// Makes it take bytes again.
    package func unblock() {
        state.withLock { $0.wait = nil }
        touched.raise()
    }

    /// Arranges one trouble for the moment when the next job has brought exactly that many bytes.
    ///
    /// It happens once. A shorter job leaves it for a later one.
    package func arrange(_ trouble: Trouble, afterBytes count: Int) {
        state.withLock { $0.arranged = (trouble, count) }
    }

    /// Says whether it is plugged in.
    package func refresh() -> PrinterPresence {
        cable.lower()
        let presence: PrinterPresence =
            state.withLock { $0.isPlugged }
            ? .ready : .absent(reason: "The faulty printer is not plugged in. Plug it in.")
        report.yield(.lookedFor(presence))
        return presence
    }

    /// Takes the job's bytes as arranged, and else as `PrinterDriver` promises.
    package func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        self.report.yield(.began(bytes.count))
        state.withLock { $0.papers.append([]) }
        do throws(PrinterFault) {
            try take(bytes, until: stop) { wait in
                self.report.yield(.waits(wait))
                report(.wait(wait))
            }
            spoken.raise()
            self.report.yield(.finished)
        } catch {
            self.report.yield(.failed(error))
            throw error
        }
    }

    private func setPlugged(_ isPlugged: Bool) {
        state.withLock { $0.isPlugged = isPlugged }
        cable.raise()
        touched.raise()
    }

    private func take(
        _ bytes: [UInt8], until stop: EventFlag, waiting: (PrinterWait) -> Void
    ) throws(PrinterFault) {
        var said = PrinterWait.moving
        var taken = 0
        while true {
            touched.lower()
            let step = state.withLock { state in Self.step(&state, bytes, taken) }
            taken = step.taken
            let now = step.wait ?? .moving
            if now != said { waiting(now) }
            said = now
            if step.isGone {
                cable.raise()
                throw PrinterFault(bytesTaken: taken, reason: "The faulty printer was unplugged.")
            }
            if taken == bytes.count, step.wait == nil { return }
            if isStopped(stop) {
                throw PrinterFault(bytesTaken: taken, reason: "The job was stopped here.")
            }
        }
    }

    /// Takes what may be taken now: up to the arranged trouble, which then happens.
    private static func step(
        _ state: inout State, _ bytes: [UInt8], _ taken: Int
    ) -> (taken: Int, wait: PrinterWait?, isGone: Bool) {
        guard state.isPlugged, state.wait == nil else {
            return (taken, state.wait, !state.isPlugged)
        }
        var end = bytes.count
        if let arranged = state.arranged, arranged.afterBytes <= bytes.count {
            end = max(taken, arranged.afterBytes)
            state.arranged = nil
            switch arranged.trouble {
            case .unplugged: state.isPlugged = false
            case .blocked(let wait): state.wait = wait
            case .paperEnd:
                endPaper(&state)
                end = bytes.count
            }
        }
        state.papers[state.papers.count - 1] += bytes[taken..<end]
        state.mouth?.listen(bytes[taken..<end])
        return (end, state.wait, !state.isPlugged)
    }

    /// Waits until something was touched or the job is to stop; tells which.
    private func isStopped(_ stop: EventFlag) -> Bool {
        do throws(Errno) {
            var poller = try Poller()
            try poller.add(stop.raw)
            try poller.add(touched.raw)
            try poller.wait { _ in }
            return stop.isRaised
        } catch {
            // Out of descriptors: a job that cannot wait is stopped rather than spun.
            return true
        }
    }
}
