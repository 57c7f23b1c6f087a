import Keymap
import Scanning
import Testing

/// Every layout × terminator × state of CapsLock gives the bytes that were scanned.
///
/// The keys come from xkb's state machine (`XKBTypist`), the decoder has the table.
@Suite("Layouts, terminators and CapsLock together")
struct LayoutTableTests {
    /// Those of the issue, and others with what these lack: dead keys on letters' places, a fifth
    /// level, letters of other scripts, letters in other places.
    static let layouts = [
        "us", "gb", "de", "fr", "cz", "in", "in(eng)", "us(intl)", "de(nodeadkeys)", "es", "it",
        "pt", "br", "be", "ch", "ch(fr)", "ca", "dk", "se", "no", "fi", "pl", "hu", "tr", "ru",
        "gr", "jp", "us(dvorak)", "fr(bepo)", "latam",
    ]

    /// How a scan can end.
    enum End: CaseIterable {
        case enter, keypadEnter, tab, controlM, controlJ, enterAndLineFeed, silence

        /// The keys for it; Ctrl and a letter where this layout has the letter, or a us keyboard.
        func keys(_ typist: XKBTypist) -> [[UInt16]] {
            func control(_ letter: Unicode.Scalar, _ usual: UInt16) -> [UInt16] {
                let stroke = typist.strokes[letter]?.first
                return [29] + (stroke?.held ?? []) + [stroke?.code ?? usual]
            }
            return switch self {
            case .enter: [[28]]
            case .keypadEnter: [[96]]
            case .tab: [[15]]
            case .controlM: [control("m", 50)]
            case .controlJ: [control("j", 36)]
            case .enterAndLineFeed: [[28], control("j", 36)]
            case .silence: []
            }
        }
    }

    /// What the scanner does about capital letters.
    enum Case: CaseIterable {
        case off, on, inverted
    }

    @Test("each gives the bytes that were scanned", arguments: layouts)
    func table(_ layout: String) throws {
        let name = try LayoutName(layout)
        let table = try KeyTable(layout: name)
        for state in Case.allCases {
            let typist = try #require(
                XKBTypist(
                    layout: name.layout, variant: name.variant, capsLock: state != .off))
            // Digits are what every layout can type; most can type all of ASCII.
            #expect(Self.digits.isSubset(of: typist.strokes.keys), "\(layout)")
            for end in End.allCases {
                let wrong = Self.wrong(table, typist, state, end)
                #expect(wrong == [], "\(layout), CapsLock \(state), ended by \(end)")
            }
        }
    }

    /// The texts that come out as something else, each with what it became; scans that are none.
    private static func wrong(
        _ table: KeyTable, _ typist: XKBTypist, _ state: Case, _ end: End
    ) -> [String] {
        let texts = texts(of: typist)
        var settings = ScanSettings(table: table)
        if state == .inverted { settings.capsLock = .inverted }
        if end == .silence { settings.silence = ScanSettings.usualSilence }
        var keys = ScannedKeys()
        if state == .on { keys.press([XKBTypist.capsLock]) }
        for text in texts {
            keys.type(text, by: typist)
            for press in end.keys(typist) { keys.press(press) }
            if end == .silence { keys.pause(ScanSettings.usualSilence + 1) }
        }
        let found = keys.decoded(settings)
        guard found.count == texts.count else { return ["\(found.count) of \(texts.count) scans"] }
        return zip(texts, found).compactMap { text, found in
            let wanted = text.flatMap { Array(String($0).utf8) }
            return found == .payload(wanted) ? nil : "\(text) became \(found)"
        }
    }

    private static let digits = Set("0123456789".unicodeScalars)

    /// Each character alone between two digits, then codes as products have them.
    private static func texts(of typist: XKBTypist) -> [[Unicode.Scalar]] {
        let all = typist.strokes.keys.sorted()
        let codes = ["8901234567890", "PLU-0007/a", "]C10108901000000019", "Aa1Bb2:;<>?_"]
        return all.map { ["1", $0, "2"] }
            + codes.map { Array($0.unicodeScalars) }
            .filter { $0.allSatisfy { typist.strokes[$0] != nil } } + [all]
    }
}
