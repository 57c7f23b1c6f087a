/// Watches one port and says of each scan how the scanner is set and what to change.
///
/// It only looks: what is sold is decided by the decoder, whose findings it is told.
package struct ScanAnalyst: Sendable {
    private let way: ScannerWay
    private let settings: ScanSettings
    private let layouts: @Sendable () -> [KeyTable]
    /// The raw events since the last finding, with their times in nanoseconds.
    private var events: [InputEvent] = []
    /// Whether a CR has ended the last scan and nothing came since.
    private var isAfterReturn = false
    private var hasSaidLineFeed = false
    /// Whether the events belong to a scan that was thrown away for a key, and whose rest follows.
    private var isSpoilt = false

    /// More events than the longest scan has are of no use to an explanation.
    private static let mostEvents = 1 << 16
    /// A HID-POS scanner needs about so long for a report, in nanoseconds; most are asked each 10 ms.
    private static let reportTime: UInt64 = 10_000_000
    /// Bytes of data in a HID-POS report (USB HID Point of Sale usage tables, 1.02, section 4).
    private static let reportBytes = 56
    /// From so many nanoseconds a character on a scanner was set to wait.
    private static let slowFrom: UInt64 = 30_000_000

    /// Prepares for a port; `layouts` are asked for, and tried, when what comes makes no sense.
    package init(
        way: ScannerWay, settings: ScanSettings,
        layouts: @escaping @Sendable () -> [KeyTable] = { [] }
    ) {
        self.way = way
        self.settings = settings
        self.layouts = layouts
    }

    /// Looks at what happened next; answers what only the events behind a scan can tell.
    package mutating func see(_ what: RecordedEvent.What, at time: UInt64) -> ScanVerdict? {
        switch what {
        case .input(let type, let code, let value):
            guard events.count < Self.mostEvents else { return nil }
            events.append(InputEvent(type: type, code: code, value: value, time: time))
            guard type == InputEvent.key, value == 1 else { return nil }
            return isSpoilt ? endOfSpoilt(code) : lineFeed(code)
        case .bytes(let bytes):
            defer { isAfterReturn = false }
            guard isAfterReturn, bytes.first == 0x0A else { return nil }
            return lineFeed()
        case .plugged, .unplugged, .held, .report: return nil
        }
    }

    /// Explains what the decoder found in what was seen since its last finding.
    package mutating func report(on decoded: Decoded, _ traits: ScanTraits) -> ScanReport {
        isAfterReturn = false
        isSpoilt = if case .discarded(.unknownKey) = decoded { true } else { false }
        // The rest of a spoilt scan is waited for: only the whole of it tells the layout.
        defer { if !isSpoilt { events.removeAll(keepingCapacity: true) } }
        switch decoded {
        case .payload(let payload):
            isAfterReturn = traits.terminator == .carriageReturn
            return report(on: decoded, payload, traits)
        case .discarded(let reason):
            return ScanReport(
                decoded: decoded, way: way, text: "", identifier: nil, characters: 0,
                duration: 0, longestPause: 0, terminator: nil,
                verdicts: verdicts(on: reason).inOrder)
        }
    }

    private mutating func lineFeed(_ code: UInt16) -> ScanVerdict? {
        // LF comes as Ctrl+J or as a second Enter.
        guard isAfterReturn, code != KeyCode.leftControl, code != KeyCode.rightControl else {
            return nil
        }
        isAfterReturn = false
        let isLineFeed = code == KeyCode.enter || code == KeyCode.keypadEnter || code == Self.keyJ
        return isLineFeed ? lineFeed() : nil
    }

    private static let keyJ: UInt16 = 36

    private mutating func endOfSpoilt(_ code: UInt16) -> ScanVerdict? {
        guard [KeyCode.enter, KeyCode.keypadEnter, KeyCode.tab].contains(code) else { return nil }
        isSpoilt = false
        defer { events.removeAll(keepingCapacity: true) }
        return betterLayout(than: nil)
    }

    private mutating func lineFeed() -> ScanVerdict? {
        guard !hasSaidLineFeed else { return nil }
        hasSaidLineFeed = true
        return .returnAndLineFeed
    }

    private func report(
        on decoded: Decoded, _ payload: [UInt8], _ traits: ScanTraits
    ) -> ScanReport {
        let parts = AIMIdentifier.split(payload)
        let duration = traits.finishedAt &- traits.startedAt
        let longest = way == .keyboard ? longestPause(since: traits.startedAt) : traits.longestPause
        var verdicts = speed(traits.count, duration) + ending(traits) + marks(traits)
        verdicts += contents(parts?.data ?? payload, payload, parts?.identifier, traits)
        if hasRepeats { verdicts.append(.keysRepeated) }
        return ScanReport(
            decoded: decoded, way: way, text: ShownPayload.text(of: parts?.data ?? payload),
            identifier: parts.map { "]" + $0.identifier.code }, characters: traits.count,
            duration: duration, longestPause: longest, terminator: traits.terminator,
            verdicts: verdicts.inOrder)
    }
}

extension ScanAnalyst {
    private func speed(_ count: Int, _ duration: UInt64) -> [ScanVerdict] {
        switch way {
        case .serial: return [.serialMode]
        case .hidPOS: return [.hidPOSMode]
        case .keyboard:
            guard count > 0 else { return [] }
            let reports = UInt64((count + Self.reportBytes - 1) / Self.reportBytes)
            let faster = Int(duration / (reports * Self.reportTime))
            let each = duration / UInt64(count)
            let mode = ScanVerdict.keyboardMode(perCharacter: each, timesFaster: max(1, faster))
            return each >= Self.slowFrom ? [mode, .slow(perCharacter: each)] : [mode]
        }
    }

    private func ending(_ traits: ScanTraits) -> [ScanVerdict] {
        if let terminator = traits.terminator { return [.terminator(terminator)] }
        guard way != .hidPOS, let silence = settings.silence else { return [] }
        return [.endedBySilence(silence)]
    }

    private func marks(_ traits: ScanTraits) -> [ScanVerdict] {
        var verdicts: [ScanVerdict] = []
        if traits.marks.contains(.caseCorrected) { verdicts.append(.caseCorrected) }
        if traits.marks.contains(.capsLock) { verdicts.append(.capsLockCounted) }
        if !traits.marks.isDisjoint(with: [.prefix, .suffix]) { verdicts.append(.trimmed) }
        return verdicts
    }

    private func contents(
        _ data: [UInt8], _ payload: [UInt8], _ identifier: AIMIdentifier?, _ traits: ScanTraits
    ) -> [ScanVerdict] {
        var verdicts: [ScanVerdict] = []
        if let identifier {
            verdicts.append(.identifier(code: identifier.code, symbol: identifier.symbolName))
        }
        if data.contains(GS1Reader.separator) {
            verdicts.append(.separator(form(of: traits.marks)))
            if identifier == nil { verdicts.append(.noIdentifier) }
        }
        if data.firstRange(of: Array("<GS>".utf8)) != nil { verdicts.append(.separatorText) }
        if let layout = betterLayout(than: payload) { return verdicts + [layout] }
        if let wrong = wrongCheckDigit(data) { verdicts.append(wrong) }
        if Plausible.isInverted(payload) { verdicts.append(.caseLooksInverted) }
        return verdicts
    }

    private func form(of marks: ScanTraits.Marks) -> ScanVerdict.SeparatorForm {
        if marks.contains(.separator) { return .setting }
        if marks.contains(.altCode) { return .altCode }
        return marks.contains(.control) ? .control : .plain
    }

    private func wrongCheckDigit(_ data: [UInt8]) -> ScanVerdict? {
        do throws(BarcodeError) {
            _ = try Barcode(payload: data)
            return nil
        } catch {
            guard case .checkDigit(let expected, let found) = error else { return nil }
            return .wrongCheckDigit(expected: expected, found: found)
        }
    }

    private var hasRepeats: Bool {
        events.contains { $0.type == InputEvent.key && $0.value == 2 }
    }

    /// The longest time between two keys that give characters; their releases are no news.
    private func longestPause(since start: UInt64) -> UInt64 {
        var longest: UInt64 = 0
        var last: UInt64?
        for event in events where event.type == InputEvent.key && event.value == 1 {
            // What is older belongs to the end of the scan before.
            guard event.time >= start, settings.table.gives(event.code) else { continue }
            if let last, event.time > last { longest = max(longest, event.time - last) }
            last = event.time
        }
        return longest
    }

    /// The layout in which the same keys make sense, where they make none in ours.
    private func betterLayout(than payload: [UInt8]?) -> ScanVerdict? {
        guard way == .keyboard, payload.map(Plausible.isSense) != true else { return nil }
        for layout in layouts() where layout.name != settings.table.name {
            var tried = settings
            tried.table = layout
            var decoder = KeyDecoder(settings: tried)
            var found = events.compactMap { decoder.feed($0) }
            if let last = decoder.expire(at: .max) { found.append(last) }
            guard found.count == 1, case .payload(let bytes) = found[0], Plausible.isSense(bytes)
            else { continue }
            return .layoutLooksLike(name: layout.name, reads: ShownPayload.text(of: bytes))
        }
        return nil
    }

    private func verdicts(on reason: ScannerEvent.Discard) -> [ScanVerdict] {
        switch reason {
        case .eventsLost: return [.eventsLost]
        case .unplugged: return [.unplugged]
        case .timedOut: return [.noTerminator(settings.patience)]
        case .tooLong: return [.tooLong]
        case .malformed: return [.malformed]
        case .unknownNumber(let number): return [.unknownNumber(number)]
        case .unknownKey(let code):
            // F1 to F10, F11 and F12: some scanners send GS as one of them.
            let isUpperRow = 59...68 ~= code || 87...88 ~= code
            return isUpperRow ? [.separatorKey(code)] : [.unknownKey(code)]
        }
    }
}

extension [ScanVerdict] {
    /// What is wrong first, then advice, then what is well; otherwise as they are.
    fileprivate var inOrder: [ScanVerdict] {
        [ScanVerdict.Weight.wrong, .advice, .good].flatMap { weight in
            filter { $0.weight == weight }
        }
    }
}

extension KeyTable {
    /// Whether a key gives a character rather than changing others.
    fileprivate func gives(_ code: UInt16) -> Bool {
        switch meaning(of: code, at: []) {
        case .text, .dead: true
        case .none, .modifier, .capsLock, .ignored: false
        }
    }
}
