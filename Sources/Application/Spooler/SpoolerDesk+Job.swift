import Devices
import ESCPOS
import Linux
import Printing
import SystemPackage

extension SpoolerDesk {
    /// Sends a receipt and waits for its end; tells whether the printer confirmed it.
    ///
    /// Held back while the printer is out of paper or open, so that it does not go into a buffer
    /// from which nobody can take it back.
    /// `isRepeat` tells that a part of it may still lie in the printer's buffer.
    mutating func send(
        _ receipt: [UInt8], job: PrintJob.ID, isRepeat: Bool = false
    ) throws(PrinterFault) -> Bool {
        try waitUntilPrintable()
        guard var talk else {
            throw PrinterFault(bytesTaken: 0, reason: "\(driver.name) is not there.")
        }
        if isRepeat, !talk.dialogue.clearing.isEmpty {
            _ = try driver.ask(talk.dialogue.clearing, within: times.answer, until: stop)
        }
        let pushing = talk.dialogue.greeting()
        let bytes = Self.afterReset(receipt, pushing) + talk.dialogue.end(of: job.raw)
        self.talk = talk
        try handOver(bytes)
        return try waitForEnd(bytesTaken: bytes.count)
    }

    /// Sends bytes and hears what the printer says meanwhile.
    mutating func handOver(_ bytes: [UInt8]) throws(PrinterFault) {
        guard var talk else {
            throw PrinterFault(bytesTaken: 0, reason: "\(driver.name) is not there.")
        }
        try driver.send(bytes, until: stop) { report in
            switch report {
            case .heard(let words): talk.take(words)
            case .wait(let wait): talk.dialogue.saw(Self.trouble(wait))
            }
            show(talk.dialogue.state)
        }
        talk.dialogue.saw(nil)
        self.talk = talk
    }

    /// Waits while the printer cannot print, or a question is open.
    mutating func waitUntilPrintable() throws(PrinterFault) {
        while let talk, talk.dialogue.isAsking || talk.dialogue.state.holdsBack {
            let isBlocked = talk.dialogue.state.holdsBack
            try rest(isBusy: isBlocked, bytesTaken: 0)
        }
    }

    /// Waits until the printer says that the receipt is processed, for as long as something is in
    /// the way; a printer that has no reason to wait and says nothing has not confirmed it.
    private mutating func waitForEnd(bytesTaken: Int) throws(PrinterFault) -> Bool {
        var calm: Int32 = 0
        var doubt = times.doubt
        while let talk, talk.dialogue.awaitsEnd {
            let patience =
                talk.dialogue.hasProvenEnds ? times.confirmation : times.firstConfirmation
            guard calm < patience else { break }
            let start = Clocks.monotonicNanoseconds()
            try rest(isBusy: true, bytesTaken: bytesTaken)
            let waited = (Clocks.monotonicNanoseconds() - start) / 1_000_000
            let isCalm = self.talk.map { !$0.dialogue.state.isBlocked } ?? false
            calm = isCalm ? calm + Int32(clamping: waited) : 0
            if calm >= doubt {
                self.talk?.dialogue.doubtEnd()
                doubt *= 2
            }
        }
        guard talk != nil else {
            throw PrinterFault(bytesTaken: bytesTaken, reason: "\(driver.name) is gone.")
        }
        defer { talk?.dialogue.forgetEnd() }
        return talk?.dialogue.isEndConfirmed ?? false
    }

    /// Waits for a word of the printer or a little time, and does what is due then.
    private mutating func rest(isBusy: Bool, bytesTaken: Int) throws(PrinterFault) {
        guard var talk else { return }
        var set = PollSet()
        set.add(stop.raw)
        // Behind a list of pictures the printer would take the drawer's impulse for the answer.
        let hearsBell = !talk.dialogue.pictures.isOpen
        if hearsBell { set.add(bell.raw) }
        for source in driver.sources {
            set.add(source.descriptor, source.isForRoom ? .room : .input)
        }
        let rest = Deadline.earliest(times.busyPoll, talk.restMilliseconds)
        let ready = try Self.wait(&set, rest, bytesTaken: bytesTaken)
        guard !ready[0].isAny else {
            throw PrinterFault(bytesTaken: bytesTaken, reason: "The job was stopped here.")
        }
        if hearsBell { answerBell() }
        try checkPresence(bytesTaken: bytesTaken, talk, ready.dropFirst(hearsBell ? 2 : 1))
        do throws(PrinterFault) {
            try talk.hear()
            try talk.tick(isBusy: isBusy && !ready.contains(where: \.isAny))
            try talk.recover()
            try talk.askEndAgain()
        } catch {
            self.talk = nil
            throw PrinterFault(bytesTaken: bytesTaken, reason: error.reason)
        }
        self.talk = talk
        show(talk.dialogue.state)
    }

    /// Looks again when something came or went: another printer than before ends the job.
    private mutating func checkPresence(
        bytesTaken: Int, _ talk: PrinterConversation, _ ready: ArraySlice<PollSet.Readiness>
    ) throws(PrinterFault) {
        let hasNews = zip(driver.sources, ready).contains { source, found in
            source.news == .presence && found.isAny
        }
        let isLost = driver.sources.isEmpty && driver.isTwoWay
        guard hasNews || isLost else { return }
        let presence = driver.refresh()
        guard presence != .ready || driver.openings != talk.openings else { return }
        self.talk = nil
        throw PrinterFault(
            bytesTaken: bytesTaken,
            reason: "\(driver.name) was unplugged or switched off while it was printing.")
    }

    private static func wait(
        _ set: inout PollSet, _ milliseconds: Int32, bytesTaken: Int
    ) throws(PrinterFault) -> [PollSet.Readiness] {
        do throws(Errno) {
            return try set.wait(milliseconds: milliseconds)
        } catch {
            throw PrinterFault(
                bytesTaken: bytesTaken, reason: "The system cannot wait for the printer: \(error).")
        }
    }

    private static func trouble(_ wait: PrinterWait) -> PrinterTrouble? {
        switch wait {
        case .moving: nil
        case .paperOut: .paperOut
        case .notAccepting: .notAccepting
        }
    }

    /// A receipt begins with `ESC @`, which ends the pushing of states: it is asked for again.
    private static func afterReset(_ receipt: [UInt8], _ command: [UInt8]) -> [UInt8] {
        guard !command.isEmpty, receipt.starts(with: [0x1B, 0x40]) else { return receipt }
        return receipt.prefix(2) + command + receipt.dropFirst(2)
    }
}
