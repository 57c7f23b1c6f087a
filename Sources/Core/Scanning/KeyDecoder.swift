/// Turns the key events of one keyboard scanner into payloads.
///
/// It keeps its own Shift, Ctrl and CapsLock, never the console's: a scanner does not know what
/// a person locked. After anything goes wrong in the middle of a scan the rest of that scan, up to
/// its terminator or a long silence, is thrown away too: half a code must never be taken for a
/// whole one. Feeding an event allocates nothing; a completed payload is one allocation.
///
/// | awkward sequence | what happens |
/// |---|---|
/// | 1. terminator with nothing before it (the LF of CR+LF) | nothing |
/// | 2. key held, so that the kernel repeats it | repeats count for nothing |
/// | 3. ring overflow (`SYN_DROPPED`) | said once; events up to the next report are void |
/// | 4. gap of up to a second inside a scan | the scan goes on |
/// | 5. longer gap, then more keys | the old part is said to be dropped, the keys begin a new scan |
/// | 6. key without a character | said once; the rest up to the terminator is void |
/// | 7. more than 4096 characters | as 6 |
package struct KeyDecoder: Sendable {
    /// More than any symbology holds (a full Data Matrix has 3116 digits).
    package static let longest = 4096
    /// The longest silence inside a scan, in nanoseconds: scanners can be set to 990 ms.
    package static let patience: UInt64 = 1_000_000_000

    private let layout: KeyboardLayout
    private var buffer: [UInt8] = []
    private var modifiers: Modifiers = []
    private var capsLock = false
    /// The rest of this scan, up to its terminator, is worthless.
    private var isSpoiled = false
    /// Events are void until the next report, because the kernel lost some.
    private var isOverflown = false
    private var lastKeyAt: UInt64 = 0

    /// Makes a decoder that has seen nothing, with no modifier held.
    package init(layout: KeyboardLayout) {
        self.layout = layout
        buffer.reserveCapacity(Self.longest)
    }

    /// Takes the next event in order; answers when a scan is complete or thrown away.
    package mutating func feed(_ event: InputEvent) -> Decoded? {
        if event.type == InputEvent.key {
            guard !isOverflown, event.value == 0 || event.value == 1 else { return nil }
            let expired = expire(at: event.time)
            lastKeyAt = event.time
            // An expired part empties the buffer, so the key itself cannot complete a scan.
            let found = event.value == 1 ? press(event.code) : release(event.code)
            return expired ?? found
        }
        guard event.type == InputEvent.synchronisation else { return nil }
        return mark(event)
    }

    /// When the part that has arrived so far becomes too old; nil when there is none.
    package var deadline: UInt64? {
        guard !buffer.isEmpty else { return nil }
        let (sum, overflow) = lastKeyAt.addingReportingOverflow(Self.patience)
        return overflow ? .max : sum
    }

    /// Drops what arrived before a silence of more than `patience`; says so if it was anything.
    package mutating func expire(at now: UInt64) -> Decoded? {
        guard now > lastKeyAt, now - lastKeyAt > Self.patience else { return nil }
        isSpoiled = false
        return drop(.timedOut)
    }

    /// Drops what has arrived because no more will come; says so if it was anything.
    package mutating func unplug() -> Decoded? {
        isSpoiled = false
        modifiers = []
        return drop(.unplugged)
    }

    /// Takes over which modifiers are really held: to be called after `.eventsLost`, when all
    /// events that had been read by then have been fed.
    package mutating func resynchronise(isDown: (UInt16) -> Bool) {
        isOverflown = false
        modifiers = []
        for (code, modifier) in Modifiers.keys where isDown(code) {
            modifiers.insert(modifier)
        }
    }

    private mutating func mark(_ event: InputEvent) -> Decoded? {
        if event.code == InputEvent.dropped {
            isOverflown = true
            isSpoiled = true
            lastKeyAt = event.time
            buffer.removeAll(keepingCapacity: true)
            return .discarded(.eventsLost)
        }
        if event.code == InputEvent.report { isOverflown = false }
        return nil
    }

    private mutating func press(_ code: UInt16) -> Decoded? {
        if let modifier = Modifiers(key: code) {
            modifiers.insert(modifier)
            return nil
        }
        switch code {
        case KeyCode.enter, KeyCode.keypadEnter, KeyCode.tab:
            return finish()
        case KeyCode.capsLock:
            capsLock.toggle()
            return nil
        case KeyCode.numLock, KeyCode.scrollLock, KeyCode.leftMeta, KeyCode.rightMeta:
            return nil
        default:
            return character(code)
        }
    }

    private mutating func release(_ code: UInt16) -> Decoded? {
        if let modifier = Modifiers(key: code) { modifiers.remove(modifier) }
        return nil
    }

    private mutating func character(_ code: UInt16) -> Decoded? {
        guard !isSpoiled || !modifiers.isDisjoint(with: .control) else { return nil }
        guard let byte = byte(of: code) else { return spoil(.unknownKey(code)) }
        // CR, LF and Tab as Ctrl+M, Ctrl+J and Ctrl+I.
        if byte == 0x0D || byte == 0x0A || byte == 0x09 { return finish() }
        guard !isSpoiled else { return nil }
        guard buffer.count < Self.longest else { return spoil(.tooLong) }
        buffer.append(byte)
        return nil
    }

    private func byte(of code: UInt16) -> UInt8? {
        guard modifiers.isDisjoint(with: .alt) else { return nil }
        let shift = !modifiers.isDisjoint(with: .shift)
        guard let byte = layout.byte(for: code, shift: shift, capsLock: capsLock) else {
            return nil
        }
        guard !modifiers.isDisjoint(with: .control) else { return byte }
        // As terminals do it: Ctrl+] is GS (0x1D), Ctrl+M is CR; digits have no control form.
        return byte >= 0x40 && byte < 0x7F ? byte & 0x1F : nil
    }

    private mutating func finish() -> Decoded? {
        isSpoiled = false
        guard !buffer.isEmpty else { return nil }
        // A copy of just this size: handing out the buffer itself would cost a new one each time.
        var payload: [UInt8] = []
        payload.reserveCapacity(buffer.count)
        payload.append(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
        return .payload(payload)
    }

    private mutating func spoil(_ reason: ScannerEvent.Discard) -> Decoded? {
        guard !isSpoiled else { return nil }
        isSpoiled = true
        buffer.removeAll(keepingCapacity: true)
        return .discarded(reason)
    }

    private mutating func drop(_ reason: ScannerEvent.Discard) -> Decoded? {
        guard !buffer.isEmpty else { return nil }
        buffer.removeAll(keepingCapacity: true)
        return .discarded(reason)
    }
}
