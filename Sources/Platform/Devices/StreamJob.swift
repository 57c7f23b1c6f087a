import Linux
import SystemPackage

/// A pipe to a printer that takes what fits and says when there is room again.
protocol StreamPipe: AnyObject {
    /// What to wait for.
    var descriptor: FileDescriptor { get }
    /// Whether bytes are the printer's only when there is room again (usblp), or at once (TCP).
    var countsWhenRoom: Bool { get }
    /// Hands over what fits; throws `wouldBlock` when nothing does.
    func write(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int
    /// What the printer said; empty is nothing. Throws when the printer is gone.
    func read() throws(Errno) -> [UInt8]
    /// What the printer's port says; nil where it says nothing. Throws when the printer is gone.
    func status() throws(Errno) -> PrinterWait?
    /// Lets go of a printer that is gone, and says so for the person who can mend it.
    func lose(_ error: Errno) -> String
}

/// One job on its way through such a pipe.
struct StreamJob {
    let pipe: any StreamPipe
    let stop: EventFlag
    private var handed = 0
    private var taken = 0
    private var watch = PrinterWatch()
    private var nextTick = Clocks.monotonicNanoseconds() + tickNanoseconds
    /// Off after an empty answer until the next tick: some firmware always has "nothing" to say.
    private var isListening = true

    private static let tickNanoseconds = UInt64(PrinterWatch.tickMilliseconds) * 1_000_000

    init(_ pipe: any StreamPipe, until stop: EventFlag) {
        self.pipe = pipe
        self.stop = stop
    }

    /// What ended a job early.
    enum End: Error {
        /// The stop flag was raised.
        case stopped
        /// The time was over.
        case late
        /// The kernel's word for it.
        case gone(Errno)
    }

    /// How many bytes the printer may have; what is on its way counts when the job ended early.
    var bytesTaken: Int { handed > taken ? max(taken, 1) : taken }

    /// Sends everything, as `PrinterDriver.send` promises.
    ///
    /// With a limit in milliseconds it may end `late`.
    mutating func send(
        _ bytes: [UInt8], within limit: Int32? = nil, report: (PrinterReport) -> Void
    ) throws(End) {
        let end = limit.map { Clocks.monotonicNanoseconds() + UInt64($0) * 1_000_000 }
        while taken < bytes.count {
            if handed < bytes.count, handed == taken || !pipe.countsWhenRoom {
                try hand(bytes[handed...])
            }
            guard taken < bytes.count else { break }
            if try wait(limit ?? PrinterWatch.tickMilliseconds, report) {
                if pipe.countsWhenRoom { taken = handed }
                if let news = watch.moved() { report(.wait(news)) }
            }
            let now = Clocks.monotonicNanoseconds()
            if let end, now >= end { throw .late }
            guard now >= nextTick else { continue }
            nextTick = now + Self.tickNanoseconds
            isListening = true
            let status = try check { () throws(Errno) in try pipe.status() }
            if let news = watch.ticked(status) { report(.wait(news)) }
        }
    }

    private mutating func hand(_ bytes: ArraySlice<UInt8>) throws(End) {
        do throws(Errno) {
            handed += try pipe.write(bytes)
            if !pipe.countsWhenRoom { taken = handed }
        } catch {
            guard error == .wouldBlock || error == .interrupted else { throw .gone(error) }
        }
    }

    /// Waits for room, words or a stop; tells whether there is room.
    private mutating func wait(
        _ milliseconds: Int32, _ report: (PrinterReport) -> Void
    ) throws(End) -> Bool {
        var set = PollSet()
        set.add(stop.raw)
        set.add(pipe.descriptor, isListening ? .both : .room)
        let ready = try check { () throws(Errno) in try set.wait(milliseconds: milliseconds) }
        if ready[1].hasInput || ready[1].isBroken {
            let words = try check { () throws(Errno) in try pipe.read() }
            isListening = !words.isEmpty
            if isListening { report(.heard(words)) }
        }
        guard !ready[0].isAny else { throw .stopped }
        guard ready[1].hasRoom || !ready[1].isBroken else { throw .gone(.brokenPipe) }
        return ready[1].hasRoom
    }

    private func check<Answer>(_ body: () throws(Errno) -> Answer) throws(End) -> Answer {
        do throws(Errno) {
            return try body()
        } catch {
            throw .gone(error)
        }
    }
}
