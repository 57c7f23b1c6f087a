/// The words of a settings file: its sections and their keys, in the order of the example file.
package enum Vocabulary {
    /// A section with its keys.
    package struct Section: Hashable, Sendable {
        /// The word in brackets.
        package let name: String
        /// The keys that may stand under it.
        package let keys: [String]
    }

    /// Every section.
    package static let sections = [
        Section(
            name: "shop",
            keys: [
                "name", "address", "phone", "gstin", "footer", "currency", "time_zone",
                "year_start_month",
            ]),
        Section(name: "till", keys: ["number", "cashier", "open_drawer"]),
        Section(name: "tax", keys: ["regime", "cost_includes_gst", "buyer_from"]),
        Section(
            name: "billing",
            keys: ["rounding", "mrp", "discount_limit_percent", "sell_below_zero", "quick_add"]),
        Section(name: "phone", keys: ["country_code", "trunk_prefix", "length", "first_digits"]),
        Section(
            name: "payment",
            keys: [
                "upi_id", "upi_name", "upi_category", "upi_qr", "cash_ceiling", "notes",
                "credit_limit",
            ]),
        Section(
            name: "receipt",
            keys: [
                "language", "logo", "header", "hsn", "mrp", "tax_summary", "savings", "barcode",
                "cashier_name", "customer_phone", "upi_qr",
            ]),
        Section(
            name: "printer",
            keys: [
                "uri", "profile", "columns", "confirm", "waiting_receipts", "waiting_minutes",
                "old_receipts", "drawer_pin", "drawer_on_ms", "drawer_off_ms", "beeps",
                "logo_memory", "print_held", "print_upi",
            ]),
        Section(
            name: "api", keys: ["listen", "hosts", "origins", "certificate", "key", "print"]),
        Section(
            name: "scanner",
            keys: [
                "uris", "layout", "caps_lock", "terminator", "silence_ms", "longest_pause_ms",
                "prefix", "suffix", "gs_keys", "gs_texts", "eight_digits", "store_codes",
                "serial_line", "lanes",
            ]),
        Section(
            name: "kiosk",
            keys: [
                "languages", "ask_phone", "upi", "needs_printer", "pin", "restricted", "opens",
                "closes", "idle_seconds", "countdown_seconds", "payment_seconds",
                "thanks_seconds", "help_seconds", "cart_key", "keypad", "keys",
            ]),
        Section(name: "backup", keys: ["daily", "keep", "copies"]),
    ]

    /// What to say of a word that is no section, or stands before the first one.
    static func unknownSection(_ name: String, isTable: Bool) -> String {
        let shown = SettingsValue.shown(word: name)
        guard !isTable else {
            let names = sections.map(\.name)
            if let near = nearest(to: name, among: names) {
                return "[\(shown)] is no section; did you mean [\(near)]?"
            }
            return "[\(shown)] is no section; there are "
                + names.map { "[\($0)]" }.joined(separator: ", ")
        }
        let near = nearest(to: name, among: sections.flatMap(\.keys)) ?? shown
        let homes = sections.filter { $0.keys.contains(near) }.map { "[\($0.name)]" }
        guard !homes.isEmpty else { return "\(shown) is no setting and stands in no section" }
        return "\(shown) stands in no section; \(near) belongs under "
            + homes.joined(separator: " or ")
    }

    /// What to say of a key that its section does not have.
    static func unknownKey(_ key: String, in section: Section) -> String {
        let start = "\(section.name).\(SettingsValue.shown(word: key)) is no setting; "
        let homes = sections.filter { $0.keys.contains(key) }.map { "[\($0.name)]" }
        if !homes.isEmpty {
            return start + "\(key) belongs under " + homes.joined(separator: " or ")
        }
        if let near = nearest(to: key, among: section.keys) {
            return start + "did you mean \(near)?"
        }
        return start + "[\(section.name)] has " + section.keys.joined(separator: ", ")
    }

    /// The word that a person most likely meant; nil when none is near.
    static func nearest(to word: String, among words: [String]) -> String? {
        let word = word.lowercased()
        let length = word.unicodeScalars.count
        return words.filter { abs($0.unicodeScalars.count - length) <= mostEdits(of: $0) }
            .map { (word: $0, edits: edits(from: word, to: $0)) }
            .filter { $0.edits <= mostEdits(of: $0.word) }
            .min { $0.edits < $1.edits }?.word
    }

    /// Two swapped letters are two edits: allowed in all but the shortest words.
    private static func mostEdits(of word: String) -> Int {
        max(word.utf8.count < 4 ? 1 : 2, word.utf8.count / 3)
    }

    /// How many letters have to be put in, left out or changed (Levenshtein's distance).
    private static func edits(from: String, to: String) -> Int {
        let target = Array(to.unicodeScalars)
        var row = Array(0...target.count)
        for (index, letter) in from.unicodeScalars.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in target.indices {
                let substituted = diagonal + (target[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
            }
        }
        return row[target.count]
    }
}
