/// Turns the reports of one HID-POS scanner into scans: `]`, AIM letter and modifier, then the data.
///
/// A code longer than a report comes in several, all but the last marked as continued. The
/// identifier is left out where the scanner sends none, and where it is set to put it into the data
/// as well. After anything goes wrong the rest of that code is thrown away: half a code must never
/// be taken for a whole one.
///
/// | awkward sequence | what happens |
/// |---|---|
/// | 1. report of another id, or without data | nothing: status, trigger |
/// | 2. report shorter than the data that it says it has | said once; the code is void |
/// | 3. no rest within a second | the part is dropped and said; what comes is a new code |
/// | 4. rest with another identifier | as 2: a report has been lost in between |
/// | 5. more than the longest scan | as 2 |
/// | 6. a scanner set to send Enter behind the data | the Enter is taken off |
package struct HIDPOSDecoder: Sendable {
    private let layout: HIDPOSLayout
    private let settings: ScanSettings
    private var buffer: [UInt8] = []
    private var symbology: [UInt8] = []
    /// When the code that is arriving began and went on; nil between codes.
    private var startedAt: UInt64?
    private var lastAt: UInt64 = 0
    /// The reports up to the next code are worthless.
    private var isSpoiled = false
    /// How the scan arrived that was completed last.
    package private(set) var traits = ScanTraits()

    /// Makes a decoder that has seen nothing.
    package init(layout: HIDPOSLayout, settings: ScanSettings) {
        self.layout = layout
        self.settings = settings
    }

    /// Takes the next report, its id included; `deliver` gets the code that it completes or spoils.
    package mutating func feed(_ bytes: [UInt8], at time: UInt64, deliver: (Decoded) -> Void) {
        if let expired = expire(at: time) { deliver(expired) }
        if let found = take(bytes[...], at: time) { deliver(found) }
    }

    /// When the part that has arrived becomes too old; nil when there is none.
    package var deadline: UInt64? {
        guard startedAt != nil else { return nil }
        let (sum, overflow) = lastAt.addingReportingOverflow(settings.patience)
        return overflow ? .max : sum
    }

    /// Drops the part of a code whose rest has not come in time; says so if it was anything.
    package mutating func expire(at now: UInt64) -> Decoded? {
        guard startedAt != nil, now > lastAt, now - lastAt > settings.patience else { return nil }
        return drop(.timedOut)
    }

    /// Drops what has arrived because no more will come; says so if it was anything.
    package mutating func unplug() -> Decoded? {
        startedAt == nil ? nil : drop(.unplugged)
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, at time: UInt64) -> Decoded? {
        var body = bytes
        let id = layout.hasIDs ? body.popFirst() : 0
        guard let id, let report = layout.reports[id] else { return nil }
        let reader = HIDPOSReportReader(bytes: body, report: report)
        let isContinued = reader.isContinued
        guard let data = reader.data else { return spoil(.malformed, isContinued, at: time) }
        guard !isSpoiled else { return spoil(nil, isContinued, at: time) }
        // A status without data is no part of a code; neither is it the end of one.
        guard !data.isEmpty || startedAt != nil else { return nil }
        let found = reader.symbology
        if startedAt == nil {
            startedAt = time
            symbology = found
        } else if !found.isEmpty, found != symbology {
            return spoil(.malformed, isContinued, at: time)
        }
        lastAt = time
        guard buffer.count + data.count <= settings.longest else {
            return spoil(.tooLong, isContinued, at: time)
        }
        buffer.append(contentsOf: data)
        return isContinued ? nil : finish()
    }

    private mutating func finish() -> Decoded? {
        var marks: ScanTraits.Marks = []
        var arriving = ScanTraits()
        arriving.startedAt = startedAt ?? lastAt
        arriving.finishedAt = lastAt
        arriving.count = buffer.count
        while let last = buffer.last, let terminator = Terminators(byte: last),
            settings.terminators.contains(terminator)
        {
            buffer.removeLast()
            arriving.terminator = terminator
        }
        let data = ScanTrimming.payload(of: buffer, settings, &marks)
        arriving.marks = marks
        let payload = data.starts(with: symbology) ? data : symbology + data
        clear()
        guard !data.isEmpty else { return nil }
        traits = arriving
        return .payload(payload)
    }

    /// Throws away the code that is arriving up to its last report; says why the first time.
    private mutating func spoil(
        _ reason: ScannerEvent.Discard?, _ isContinued: Bool, at time: UInt64
    ) -> Decoded? {
        let wasSpoiled = isSpoiled
        clear()
        isSpoiled = isContinued
        if isContinued {
            startedAt = time
            lastAt = time
        }
        return wasSpoiled ? nil : reason.map(Decoded.discarded)
    }

    private mutating func drop(_ reason: ScannerEvent.Discard) -> Decoded? {
        let wasSpoiled = isSpoiled
        clear()
        return wasSpoiled ? nil : .discarded(reason)
    }

    private mutating func clear() {
        buffer.removeAll(keepingCapacity: true)
        symbology = []
        startedAt = nil
        isSpoiled = false
    }
}
