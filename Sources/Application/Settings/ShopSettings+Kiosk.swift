package import Kiosk

extension ShopSettings {
    /// The section `[kiosk]`.
    package struct UnattendedTill: Hashable, Sendable {
        /// The languages of the screen, the first of them the one that shoppers are greeted in.
        package let languages: [String]
        /// Whether a phone number is asked for.
        package let asksPhone: Bool
        /// Whether UPI payments are asked for: their confirmations arrive through the API.
        package let takesUPI: Bool
        /// Whether nothing is sold while nothing can be printed.
        package let needsPrinter: Bool
        /// The number that people of the shop type; nil where there is none.
        package let pin: String?
        /// The categories of articles that only a person may sell.
        package let restricted: [String]
        /// When it sells.
        package let hours: KioskHours
        /// When the bill of a shopper who does nothing is put aside, in seconds.
        package let idleSeconds: Int
        /// From which second on that is counted down on the screen.
        package let countdownSeconds: Int
        /// How long a payment is waited for before somebody is called, in seconds.
        package let paymentSeconds: Int
        /// How long the last page stands, in seconds.
        package let thanksSeconds: Int
        /// How long a call for help stands, in seconds.
        package let helpSeconds: Int
        /// What the shop's tills know alone, so that each takes over the others' slips; nil for none.
        package let cartKey: String?
        /// The keypad's address (`auto`); the driver reads it.
        package let keypad: String
        /// What the keypad's keys do.
        package let keys: KioskKeyMap
    }

    static func kiosk(
        _ document: SettingsDocument, payment: Payment, _ problems: inout [SettingsProblem]
    ) -> UnattendedTill {
        var section = SectionReader("kiosk", of: document)
        defer { problems += section.problems }
        let standard = builtIn.kiosk
        let takesUPI = section.flag("upi", default: standard.takesUPI)
        if takesUPI, payment.upiPayee == nil {
            section.add(
                at: "upi",
                "kiosk.upi is true without a code to show; set payment.upi_id, or leave it false")
        }
        let idle = section.integer("idle_seconds", in: 10...3_600, default: standard.idleSeconds)
        let countdown = section.integer(
            "countdown_seconds", in: 5...3_600, default: standard.countdownSeconds)
        if countdown >= idle {
            section.add(
                at: countdown == standard.countdownSeconds ? "idle_seconds" : "countdown_seconds",
                "kiosk.countdown_seconds is \(countdown); it must be less than idle_seconds, "
                    + "\(idle)")
        }
        return UnattendedTill(
            languages: languages(&section),
            asksPhone: section.flag(
                "ask_phone", default: standard.asksPhone), takesUPI: takesUPI,
            needsPrinter: section.flag("needs_printer", default: standard.needsPrinter),
            pin: section.optionalText(
                "pin", default: standard.pin, expected: "4 to 12 digits in quotes",
                { (4...12).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }),
            restricted: section.texts(
                "restricted", default: standard.restricted,
                expected: "categories of products, like [\"Tobacco\"]"),
            hours: KioskHours(
                opens: section.timeOfDay("opens", default: standard.hours.opens),
                closes: section.timeOfDay("closes", default: standard.hours.closes)),
            idleSeconds: idle, countdownSeconds: countdown,
            paymentSeconds: section.integer(
                "payment_seconds", in: 30...3_600, default: standard.paymentSeconds),
            thanksSeconds: section.integer(
                "thanks_seconds", in: 2...600, default: standard.thanksSeconds),
            helpSeconds: section.integer(
                "help_seconds", in: 30...3_600, default: standard.helpSeconds),
            cartKey: section.optionalText(
                "cart_key", default: standard.cartKey,
                expected: "a secret of 16 to 64 characters, the same at each till",
                { (16...64).contains($0.utf8.count) }),
            keypad: section.value(
                "keypad", default: standard.keypad,
                expected: "a keypad's address, like \"auto\", \"evdev:port=1-1.3\" or \"none\""
            ) { $0.text(limit: 120).flatMap { isKeypad($0) ? $0 : nil } },
            keys: section.value(
                "keys", default: standard.keys,
                expected: "keys with what they do under [kiosk.keys], like KPPLUS = \"help\""
            ) { Self.keys($0) })
    }

    private static func isKeypad(_ address: String) -> Bool {
        ["auto", "stdin", "none"].contains(address)
            || address.hasPrefix("evdev:") && address != "evdev:"
    }

    /// A key of the keypad and what it does, each; `none` is nothing.
    private static func keys(_ value: SettingsValue) -> KioskKeyMap? {
        guard case .table(let entries) = value else { return nil }
        var changes: [UInt16: KioskKey?] = [:]
        for (name, value) in entries {
            guard let code = KioskKeyMap.code(named: name), let word = value.text(limit: 20) else {
                return nil
            }
            let key = KioskKey(word: word)
            guard key != nil || word == "none" else { return nil }
            changes[code] = .some(key)
        }
        return KioskKeyMap(changes: changes)
    }

    private static func languages(_ section: inout SectionReader) -> [String] {
        let languages = section.texts(
            "languages", default: builtIn.kiosk.languages,
            expected: "languages or files of words, like [\"en\", \"hi\", \"marathi.toml\"]")
        guard languages.isEmpty else { return languages }
        section.add(at: "languages", "kiosk.languages is empty; name one language at least")
        return builtIn.kiosk.languages
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension SectionReader {
    /// A time of the day, as minutes since midnight.
    fileprivate mutating func timeOfDay(_ key: String, default standard: Int) -> Int {
        value(key, default: standard, expected: "a time of the day in quotes, like \"09:30\"") {
            guard case .text(let text) = $0 else { return nil }
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
                let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
                (0...59).contains(minute)
            else { return nil }
            return hour * 60 + minute
        }
    }
}
