/// Turns the key events of one keyboard scanner into payloads.
///
/// It keeps its own modifiers and CapsLock, never the console's: a scanner does not know what a
/// person locked. Feeding an event allocates nothing; a completed payload is one allocation.
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
/// | 8. no terminator, by setting | the silence completes the scan; keys after it begin a new one |
/// | 9. Alt and digits of the pad | the character of that number when Alt is released |
/// | 10. dead key and a key that it does not go with | as 6 |
package struct KeyDecoder: Sendable {
    private let table: KeyTable
    private let separatorKeys: Set<UInt16>
    private let isCaseInverted: Bool
    private let masks: ModifierMasks
    private var assembler: ScanAssembler
    /// The modifier keys that are held, a bit each, in the table's order.
    private var held: UInt16 = 0
    private var level: KeyLevel = []
    private var isControl = false
    private var isAlt = false
    private var altCode = AltCode()
    /// How far a composition has come; 0 when none is under way.
    private var composing: UInt32 = 0
    /// Events are void until the next report, because the kernel lost some.
    private var isOverflown = false

    /// Makes a decoder that has seen nothing, with no modifier held.
    package init(settings: ScanSettings) {
        table = settings.table
        separatorKeys = settings.separatorKeys
        isCaseInverted = settings.capsLock == .inverted
        masks = ModifierMasks(of: settings.table)
        assembler = ScanAssembler(settings: settings)
        level = isCaseInverted ? .capsLock : []
        assembler.keep(.caseCorrected, isCaseInverted)
    }

    /// Takes the next event in order; answers when a scan is complete or thrown away.
    package mutating func feed(_ event: InputEvent) -> Decoded? {
        if event.type == InputEvent.key {
            guard !isOverflown, event.value == 0 || event.value == 1 else { return nil }
            let ended = assembler.advance(to: event.time)
            if ended != nil { forget() }
            let found = event.value == 1 ? press(event.code) : release(event.code)
            guard let ended else { return found }
            // The key has begun a new scan, and can have spoilt it already.
            assembler.owe(found)
            return ended
        }
        guard event.type == InputEvent.synchronisation else { return nil }
        return mark(event)
    }

    /// When what has arrived so far is all there is; nil when there is nothing.
    package var deadline: UInt64? { assembler.deadline }

    /// Ends what has arrived if its deadline has passed: a scan where silence ends one, else a loss.
    package mutating func expire(at now: UInt64) -> Decoded? {
        let ended = assembler.expire(at: now)
        if ended != nil { forget() }
        return ended
    }

    /// Drops what has arrived because no more will come; says so if it was anything.
    package mutating func unplug() -> Decoded? {
        forget()
        hold(0)
        return assembler.unplug()
    }

    /// How the scan arrived that was completed last.
    package var traits: ScanTraits { assembler.completed }

    /// Takes over which modifiers are really held: to be called after `.eventsLost`, before the first
    /// event that is whole again (`KeyLoss`).
    package mutating func resynchronise(isDown: (UInt16) -> Bool) {
        isOverflown = false
        var held: UInt16 = 0
        for (slot, key) in table.modifierKeys.enumerated() where isDown(key.code) {
            held |= 1 << UInt16(slot)
        }
        hold(held)
    }

    private mutating func mark(_ event: InputEvent) -> Decoded? {
        if event.code == InputEvent.dropped {
            isOverflown = true
            forget()
            return assembler.lose(at: event.time)
        }
        if event.code == InputEvent.report { isOverflown = false }
        return nil
    }

    private mutating func press(_ code: UInt16) -> Decoded? {
        let entry = table.entry(code, level)
        // Most keys give a character with nothing held that changes it: they are decided here.
        if !isAlt, !isControl, composing == 0, let scalar = entry.scalar {
            return scalar.isASCII
                ? assembler.take(UInt8(truncatingIfNeeded: scalar.value)) : assembler.take(scalar)
        }
        if let slot = entry.slot {
            hold(held | 1 << UInt16(slot))
            return nil
        }
        if entry == .capsLock {
            level.formSymmetricDifference(.capsLock)
            assembler.keep(.capsLock, level.contains(.capsLock) != isCaseInverted)
            return nil
        }
        return entry == .ignored ? nil : character(entry, code)
    }

    private mutating func release(_ code: UInt16) -> Decoded? {
        guard held != 0, let slot = table.entry(code, level).slot else { return nil }
        hold(held & ~(1 << UInt16(slot)))
        guard !isAlt, !altCode.isEmpty else { return nil }
        return numbered()
    }

    private mutating func hold(_ keys: UInt16) {
        held = keys
        isControl = keys & masks.control != 0
        isAlt = keys & masks.alt != 0
        level.formIntersection(.capsLock)
        if keys & masks.shift != 0 { level.insert(.shift) }
        if keys & masks.altGr != 0 { level.insert(.altGr) }
        if keys & masks.fifth != 0 { level.insert(.fifth) }
        // Scanners set up for Windows press Ctrl and Alt where the layout has an AltGr.
        if isControl, isAlt, masks.altGr != 0 {
            isControl = false
            isAlt = false
            level.insert(.altGr)
        }
    }

    /// What is half typed beside the assembled bytes belongs to the scan that has ended.
    private mutating func forget() {
        altCode = AltCode()
        composing = 0
    }
}

extension KeyDecoder {
    private mutating func character(_ entry: KeyTable.Entry, _ code: UInt16) -> Decoded? {
        if isAlt { return alternative(code) }
        if isControl { return control(entry, code) }
        if entry.isDead || composing != 0 { return compose(entry, code) }
        guard separatorKeys.contains(code) else { return spoil(code) }
        assembler.mark(.separator)
        return assembler.take(GS1Reader.separator)
    }

    private mutating func spoil(_ code: UInt16) -> Decoded? {
        forget()
        return assembler.spoil(.unknownKey(code))
    }

    private mutating func alternative(_ code: UInt16) -> Decoded? {
        guard let digit = KeyCode.padDigit(code) else { return spoil(code) }
        altCode.append(digit)
        return nil
    }

    /// The character whose number was typed while Alt was held.
    private mutating func numbered() -> Decoded? {
        defer { altCode = AltCode() }
        do throws(AltCode.NoCharacter) {
            let scalar = try altCode.scalar()
            assembler.mark(.altCode)
            return assembler.take(scalar)
        } catch {
            return assembler.spoil(.unknownNumber(error.number))
        }
    }

    /// As terminals do it: Ctrl+] is GS (0x1D), Ctrl+M is CR; digits have no control form.
    ///
    /// A key without such a character in its own layout counts by its place on a us keyboard,
    /// because scanners send GS as that key whatever layout they are set to.
    private mutating func control(_ entry: KeyTable.Entry, _ code: UInt16) -> Decoded? {
        let plain = entry.scalar.flatMap(Self.controlByte)
        let byte = plain ?? KeyTable.us.entry(code, []).scalar.flatMap(Self.controlByte)
        guard let byte else {
            // Enter and Tab end a scan whatever is held with them.
            guard let scalar = entry.scalar, Terminators(byte: UInt8(scalar.value & 0x7F)) != nil
            else { return spoil(code) }
            return assembler.take(scalar)
        }
        assembler.mark(.control)
        return assembler.take(byte)
    }

    /// Scanners send RS as Ctrl+6 and US as Ctrl+-, without the Shift that a us keyboard needs.
    private static func controlByte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "6": 0x1E
        case "-": 0x1F
        default: 0x40..<0x7F ~= scalar.value ? UInt8(scalar.value & 0x1F) : nil
        }
    }

    private mutating func compose(_ entry: KeyTable.Entry, _ code: UInt16) -> Decoded? {
        let next = table.step(from: composing, by: entry)
        if let state = next.state {
            composing = state
            return nil
        }
        composing = 0
        guard let scalar = next.scalar else { return spoil(code) }
        assembler.mark(.deadKey)
        return assembler.take(scalar)
    }
}

/// Which bits of the held modifier keys are of which kind.
private struct ModifierMasks: Sendable {
    let shift: UInt16
    let altGr: UInt16
    let fifth: UInt16
    let control: UInt16
    let alt: UInt16

    init(of table: KeyTable) {
        func mask(_ modifier: KeyModifier) -> UInt16 {
            table.modifierKeys.enumerated().reduce(0) { bits, key in
                key.element.modifier == modifier ? bits | 1 << UInt16(key.offset) : bits
            }
        }
        shift = mask(.shift)
        altGr = mask(.altGr)
        fifth = mask(.fifth)
        control = mask(.control)
        alt = mask(.alt)
    }
}
