extension ScanVerdict {
    /// How it is to be taken.
    package var weight: Weight {
        switch self {
        case .serialMode, .hidPOSMode, .terminator, .returnAndLineFeed, .caseCorrected,
            .capsLockCounted, .separator, .identifier, .trimmed, .keysRepeated:
            .good
        case .keyboardMode(_, let timesFaster): timesFaster > 1 ? .advice : .good
        case .endedBySilence, .slow, .noIdentifier: .advice
        case .noTerminator, .caseLooksInverted, .wrongCheckDigit, .layoutLooksLike, .unknownKey,
            .unknownNumber, .separatorText, .separatorKey, .eventsLost, .unplugged, .tooLong,
            .malformed:
            .wrong
        }
    }

    /// Its name in JSON.
    package var word: String {
        switch self {
        case .keyboardMode: "keyboard-mode"
        case .serialMode: "serial-mode"
        case .hidPOSMode: "hid-pos-mode"
        case .terminator, .returnAndLineFeed: "terminator"
        case .endedBySilence: "ended-by-silence"
        case .noTerminator: "no-terminator"
        case .slow: "slow"
        case .caseCorrected: "case-corrected"
        case .capsLockCounted: "capslock-counted"
        case .caseLooksInverted: "case-looks-inverted"
        case .wrongCheckDigit: "wrong-check-digit"
        case .layoutLooksLike: "layout-looks-like"
        case .unknownKey: "unknown-key"
        case .unknownNumber: "unknown-number"
        case .separator: "separator"
        case .separatorText: "separator-text"
        case .separatorKey: "separator-key"
        case .identifier: "identifier"
        case .noIdentifier: "no-identifier"
        case .trimmed: "trimmed"
        case .keysRepeated: "keys-repeated"
        case .eventsLost: "events-lost"
        case .unplugged: "unplugged"
        case .tooLong: "too-long"
        case .malformed: "malformed"
        }
    }

    /// One line for the technician: what was seen, and what to do where something is to be done.
    package var sentence: String {
        switch self {
        case .keyboardMode, .serialMode, .hidPOSMode, .slow: speedSentence
        case .terminator, .returnAndLineFeed, .endedBySilence, .noTerminator: endSentence
        case .caseCorrected, .capsLockCounted, .caseLooksInverted, .wrongCheckDigit,
            .layoutLooksLike, .unknownKey, .unknownNumber:
            keySentence
        case .separator, .separatorText, .separatorKey, .identifier, .noIdentifier:
            separatorSentence
        case .trimmed: "prefix or suffix of the settings: taken off"
        case .keysRepeated: "keys repeat while they are held: counted once"
        case .eventsLost:
            "the kernel lost events: scan again; if it stays, the machine is too busy to read"
        case .unplugged: "unplugged in the middle of a scan: scan again; look after the cable"
        case .malformed:
            "a report that makes no sense, or whose other half was lost: scan again; if it stays, "
                + "record it, and use keyboard mode meanwhile"
        case .tooLong: "more characters than any barcode has: is this a scanner?"
        }
    }

    private var speedSentence: String {
        switch self {
        case .keyboardMode(let perCharacter, let timesFaster) where timesFaster > 1:
            "keyboard mode, \(Self.milliseconds(perCharacter)) a character; "
                + "HID-POS would be \(timesFaster)× faster"
        case .keyboardMode(let perCharacter, _):
            "keyboard mode, \(Self.milliseconds(perCharacter)) a character"
        case .serialMode: "serial mode: bytes as they are, fast and whatever the layout"
        case .hidPOSMode: "HID-POS mode: the best way in, with the kind of symbol"
        case .slow(let perCharacter):
            "slow: \(Self.milliseconds(perCharacter)) between characters; set the scanner's "
                + "inter-character delay to 0"
        default: ""
        }
    }

    private var endSentence: String {
        switch self {
        case .terminator(.carriageReturn): "sends Enter: accepted"
        case .terminator(.lineFeed): "sends LF: accepted"
        case .terminator(.tab): "sends Tab: accepted"
        case .terminator: "sends a terminator: accepted"
        case .returnAndLineFeed: "sends CR and LF: accepted as one"
        case .endedBySilence(let silence):
            "sends no terminator: ended by \(Self.milliseconds(silence)) of silence; set the "
                + "scanner to send Enter, and each scan is there that much earlier"
        case .noTerminator(let patience):
            "no terminator within \(Self.milliseconds(patience)): set the scanner to send Enter, "
                + "or terminator = \"none\" under [scanner]"
        default: ""
        }
    }

    private var keySentence: String {
        switch self {
        case .caseCorrected: "CapsLock inverted: corrected"
        case .capsLockCounted: "presses CapsLock itself: counted"
        case .caseLooksInverted:
            "capital and small letters look exchanged: switch the scanner's CapsLock mode off, or "
                + "set caps_lock = \"inverted\" under [scanner]"
        case .wrongCheckDigit(let expected, let found):
            "wrong check digit: \(found) instead of \(expected), a digit was misread or lost; "
                + "never sold. If it happens often, use HID-POS or a longer inter-character delay"
        case .layoutLooksLike(let name, let reads):
            "layout looks like \(name), which reads \(reads): set layout = \"\(name)\" under "
                + "[scanner]"
        case .unknownKey(let code):
            "key \(code)\(KeyName.name(of: code).map { " (\($0))" } ?? "") has no character in "
                + "this layout: set the scanner's country, or layout under [scanner]"
        case .unknownNumber(let number): "Alt and \(number) is no character: scan again"
        default: ""
        }
    }

    private var separatorSentence: String {
        switch self {
        case .separator(.control): "GS arrives as Ctrl and a key: accepted"
        case .separator(.altCode): "GS arrives as Alt and its number: accepted"
        case .separator(.setting): "GS arrives as the settings say: accepted"
        case .separator(.plain): "GS arrives as itself: accepted"
        case .separatorText:
            "GS arrives as the text <GS>: set gs_texts = [\"<GS>\"] under [scanner]"
        case .separatorKey(let code):
            "key \(KeyName.name(of: code) ?? String(code)) may stand for GS: if so, set "
                + "gs_keys = [\"\(KeyName.name(of: code) ?? String(code))\"] under [scanner]"
        case .identifier(let code, let symbol):
            "AIM identifier ]\(code)\(symbol.map { ": \($0)" } ?? ""): used and taken off"
        case .noIdentifier:
            "GS without an AIM identifier in front: read as GS1 by its contents; switch AIM "
                + "identifiers on at the scanner to be sure"
        default: ""
        }
    }

    /// A time as people say it: `14 ms`, and `1.4 ms` below ten.
    package static func milliseconds(_ nanoseconds: UInt64) -> String {
        let tenths = (nanoseconds + 50_000) / 100_000
        guard tenths < 100, tenths % 10 != 0 else { return "\((tenths + 5) / 10) ms" }
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
