import Keymap
import Scanning

extension ShopSettings {
    /// Reads the section `[scanner]`: where scans come from, how they are typed, what they mean.
    static func scanner(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Scanner {
        var section = SectionReader("scanner", of: document)
        defer { problems += section.problems }
        return Scanner(
            uris: section.texts(
                "uris", default: builtIn.scanner.uris,
                expected: "a list of scanners' addresses, like " + DeviceSchemes.scannerExamples,
                DeviceSchemes.isScanner),
            scans: scans(&section),
            codes: CodeRules(
                prefersUPCE: section.value(
                    "eight_digits", default: false, expected: "\"ean-8\" or \"upc-e\""
                ) { ["ean-8": false, "upc-e": true][$0.word] },
                storeCodes: section.value(
                    "store_codes", default: [],
                    expected: "a list of layouts of 12 or 13 signs that begin with 2, end with C "
                        + "and have P and W, A or N in them, like [\"2PPPPPCWWWWWC\"]"
                ) { $0.elements?.every { $0.word.flatMap(Self.storeCode) } }),
            lanes: section.lanes("lanes"),
            serialLine: section.serialLine(
                "serial_line", default: builtIn.scanner.serialLine))
    }

    private static func scans(_ section: inout SectionReader) -> ScanSettings {
        var scans = ScanSettings.standard
        scans.table = section.value(
            "layout", default: .us,
            expected: "a keyboard layout of this machine, like \"us\", \"de\" or "
                + "\"de(nodeadkeys)\" (/usr/share/X11/xkb/rules/evdev.lst lists them)"
        ) { $0.word.flatMap(Self.table) }
        scans.capsLock = section.value(
            "caps_lock", default: .own, expected: "\"own\" or \"inverted\""
        ) { ["own": .own, "inverted": .inverted][$0.word] }
        let (terminators, hasNone) = section.value(
            "terminator", default: (.any, false),
            expected: "\"any\", \"enter\", \"tab\" or \"none\""
        ) { ends[$0.word] }
        scans.terminators = terminators
        let silence = section.integer("silence_ms", in: 20...2_000, default: 100)
        scans.silence = hasNone ? UInt64(silence) * 1_000_000 : nil
        scans.patience =
            UInt64(section.integer("longest_pause_ms", in: 50...5_000, default: 1_000)) * 1_000_000
        let affix = "up to 16 characters of ASCII in quotes, like \"\\u0002\""
        scans.prefix = section.value("prefix", default: [], expected: affix, \.bytes)
        scans.suffix = section.value("suffix", default: [], expected: affix, \.bytes)
        scans.separatorKeys = section.value(
            "gs_keys", default: [], expected: "a list of keys from F1 to F24, like [\"F8\"]"
        ) { $0.elements?.every { $0.word.flatMap(functionKey) }.map(Set.init) }
        scans.separatorTexts = section.value(
            "gs_texts", default: [],
            expected: "a list of texts of 1 to 16 characters of ASCII, like [\"<GS>\"]"
        ) { $0.elements?.every { $0.bytes.flatMap { $0.isEmpty ? nil : $0 } } }
        return scans
    }

    private static let ends: [String?: (Terminators, Bool)] = [
        "any": (.any, false), "enter": (.enter, false), "tab": (.tab, false), "none": (.any, true),
    ]

    private static func table(_ name: String) -> KeyTable? {
        guard name != "us" else { return .us }
        do throws(KeymapError) {
            return try KeyTable(layout: LayoutName(name))
        } catch {
            // The caller's sentence says what a layout must be, and where the names are.
            return nil
        }
    }

    private static func storeCode(_ text: String) -> StoreCodeLayout? {
        do throws(StoreCodeLayout.Refusal) {
            return try StoreCodeLayout(text)
        } catch {
            // The caller's sentence says what a layout must be; the reason is one of its parts.
            return nil
        }
    }

    /// The kernel's code of a function key: `KEY_F1` to `KEY_F10`, then 11 and 12, then 13 to 24.
    private static func functionKey(_ name: String) -> UInt16? {
        guard name.first == "F", let number = UInt16(name.dropFirst()) else { return nil }
        return switch number {
        case 1...10: 58 + number
        case 11...12: 76 + number
        case 13...24: 170 + number
        default: nil
        }
    }
}

extension SettingsValue {
    /// The text of a value that is one.
    fileprivate var word: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The elements of a value that is a list.
    fileprivate var elements: [SettingsValue]? {
        if case .list(let elements) = self { elements } else { nil }
    }

    /// The bytes of a text of at most 16 ASCII characters, control characters included.
    fileprivate var bytes: [UInt8]? {
        guard let word, word.utf8.count <= 16, word.utf8.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        return Array(word.utf8)
    }
}

extension Array {
    /// What `read` makes of every element; nil when it cannot make anything of one.
    fileprivate func every<Value>(_ read: (Element) -> Value?) -> [Value]? {
        let values = compactMap(read)
        return values.count == count ? values : nil
    }
}

extension Dictionary where Key == String {
    fileprivate subscript(word: String?) -> Value? { word.flatMap { self[$0] } }
}
