/// Puts bytes together to scans: what key decoder and byte framer have in common.
///
/// After anything goes wrong in the middle of a scan the rest of it, up to its end, is thrown away
/// too: half a code must never be taken for a whole one. Only a completed scan allocates.
struct ScanAssembler: Sendable {
    private let settings: ScanSettings
    private let limit: UInt64
    private var buffer: [UInt8] = []
    /// The rest of this scan, up to its end, is worthless.
    private(set) var isSpoiled = false
    /// A loss that could not be said when it happened, because an older scan was to be answered.
    private var unsaid: ScannerEvent.Discard?
    private var lastAt: UInt64 = 0
    /// Whether nothing came after the CR that ended a scan: an LF right behind belongs to it.
    private var isAfterReturn = false
    /// What is known of every scan from its beginning.
    private var standing: ScanTraits.Marks = []
    private var hasBegun = false
    private var arriving = ScanTraits()
    /// What was known of the scan that was completed last.
    private(set) var completed = ScanTraits()

    init(settings: ScanSettings) {
        self.settings = settings
        limit = settings.limit
        buffer.reserveCapacity(settings.longest)
    }

    var isEmpty: Bool { buffer.isEmpty }

    /// When what has arrived so far is all there is; nil when there is nothing.
    var deadline: UInt64? {
        guard !buffer.isEmpty else { return nil }
        let (sum, overflow) = lastAt.addingReportingOverflow(limit)
        return overflow ? .max : sum
    }

    /// Notes that a sign of life came at this time; first answers what its silence has ended.
    mutating func advance(to time: UInt64) -> Decoded? {
        // A clock that runs backwards proves no silence.
        let pause = time > lastAt ? time - lastAt : 0
        let ended = pause > limit ? end(by: nil, isSilence: true) : nil
        lastAt = time
        if hasBegun, pause > arriving.longestPause { arriving.longestPause = pause }
        return ended
    }

    /// Ends what has arrived if the silence since then is too long by now.
    mutating func expire(at now: UInt64) -> Decoded? {
        guard now > lastAt, now - lastAt > limit else { return nil }
        return end(by: nil, isSilence: true)
    }

    /// Takes a character; one that ends the scan completes it.
    mutating func take(_ byte: UInt8) -> Decoded? {
        if byte < 0x0E, let terminator = Terminators(byte: byte) {
            if byte == 0x0A, isAfterReturn {
                isAfterReturn = false
                // The Ctrl of an LF is no part of the next scan.
                hasBegun = false
                return nil
            }
            if settings.terminators.contains(terminator) {
                let found = end(by: terminator, isSilence: false)
                isAfterReturn = byte == 0x0D
                return found
            }
        }
        guard !isSpoiled else { return nil }
        guard buffer.count < settings.longest else { return spoil(.tooLong) }
        if !hasBegun { begin() }
        buffer.append(byte)
        return nil
    }

    /// Takes a character of any script as its UTF-8 bytes.
    mutating func take(_ scalar: Unicode.Scalar) -> Decoded? {
        var found: Decoded?
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            found = take(byte) ?? found
        }
        return found
    }

    /// Notes something about the scan that is arriving, or begins with what comes next.
    mutating func mark(_ mark: ScanTraits.Marks) {
        if !hasBegun { begin() }
        arriving.marks.formUnion(mark)
    }

    /// Notes something about what arrives from now on.
    mutating func keep(_ mark: ScanTraits.Marks, _ holds: Bool) {
        if holds {
            standing.insert(mark)
            if hasBegun { arriving.marks.insert(mark) }
        } else {
            standing.remove(mark)
        }
    }

    /// Makes the rest of this scan worthless; says so once.
    mutating func spoil(_ reason: ScannerEvent.Discard) -> Decoded? {
        guard !isSpoiled else { return nil }
        isSpoiled = true
        clear()
        return .discarded(reason)
    }

    /// Remembers a loss that is answered with the end of the spoilt scan.
    mutating func owe(_ loss: Decoded?) {
        if case .discarded(let reason) = loss { unsaid = reason }
    }

    /// What came before and after is no scan, although nothing had arrived.
    mutating func lose(at time: UInt64) -> Decoded {
        isSpoiled = true
        lastAt = time
        clear()
        return .discarded(.eventsLost)
    }

    /// Drops what has arrived because no more will come; says so if it was anything.
    mutating func unplug() -> Decoded? {
        isSpoiled = false
        isAfterReturn = false
        return drop(.unplugged)
    }

    /// Ends the scan: by a terminator, by a silence, or because the device says so.
    mutating func end(by terminator: Terminators?, isSilence: Bool) -> Decoded? {
        isAfterReturn = false
        guard !isSpoiled else {
            isSpoiled = false
            defer { unsaid = nil }
            return unsaid.map(Decoded.discarded)
        }
        if isSilence, settings.silence == nil { return drop(.timedOut) }
        guard !buffer.isEmpty else {
            hasBegun = false
            return nil
        }
        arriving.finishedAt = lastAt
        arriving.terminator = terminator
        arriving.count = buffer.count
        let payload = ScanTrimming.payload(of: buffer, settings, &arriving.marks)
        completed = arriving
        clear()
        return payload.isEmpty ? nil : .payload(payload)
    }

    private mutating func clear() {
        buffer.removeAll(keepingCapacity: true)
        hasBegun = false
    }

    private mutating func begin() {
        arriving = ScanTraits()
        arriving.startedAt = lastAt
        arriving.marks = standing
        hasBegun = true
    }

    private mutating func drop(_ reason: ScannerEvent.Discard) -> Decoded? {
        guard !buffer.isEmpty else { return nil }
        clear()
        return .discarded(reason)
    }
}
