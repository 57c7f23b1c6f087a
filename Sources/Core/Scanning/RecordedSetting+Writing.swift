extension RecordedSetting {
    /// The words of `[scanner]` for how a shop decodes its scanners; the layout is always among them.
    package static func settings(of scans: ScanSettings) -> [RecordedSetting] {
        let standard = ScanSettings.standard
        var words = [RecordedSetting(key: "layout", value: quoted(Array(scans.table.name.utf8)))]
        func add(_ key: String, _ value: String) {
            words.append(RecordedSetting(key: key, value: value))
        }
        if scans.capsLock == .inverted { add("caps_lock", "\"inverted\"") }
        if let silence = scans.silence {
            add("terminator", "\"none\"")
            add("silence_ms", String(silence / 1_000_000))
        } else if let word = word(for: scans.terminators) {
            add("terminator", word)
        }
        if scans.patience != standard.patience {
            add("longest_pause_ms", String(scans.patience / 1_000_000))
        }
        if !scans.prefix.isEmpty { add("prefix", quoted(scans.prefix)) }
        if !scans.suffix.isEmpty { add("suffix", quoted(scans.suffix)) }
        if !scans.separatorKeys.isEmpty {
            add("gs_keys", list(scans.separatorKeys.sorted().compactMap(functionKey)))
        }
        if !scans.separatorTexts.isEmpty {
            add("gs_texts", list(scans.separatorTexts.map(quoted)))
        }
        return words
    }

    private static func word(for terminators: Terminators) -> String? {
        switch terminators {
        case .enter: "\"enter\""
        case .tab: "\"tab\""
        default: nil
        }
    }

    /// The name of the kernel's function keys: `KEY_F1` to `KEY_F10`, 11 and 12, 13 to 24.
    private static func functionKey(_ code: UInt16) -> String? {
        switch code {
        case 59...68: "\"F\(code - 58)\""
        case 87...88: "\"F\(code - 76)\""
        case 183...194: "\"F\(code - 170)\""
        default: nil
        }
    }

    private static func list(_ values: [String]) -> String {
        "[" + values.joined(separator: ", ") + "]"
    }

    /// A TOML basic string of ASCII.
    private static func quoted(_ bytes: [UInt8]) -> String {
        QuotedBytes.text(of: bytes, escape: "\\u00")
    }
}
