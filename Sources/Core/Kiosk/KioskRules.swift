package import Billing

/// What a shop has decided about its kiosk.
package struct KioskRules: Hashable, Sendable {
    /// After so many seconds without anybody doing anything the bill is put aside.
    package let idleSeconds: Int
    /// After so many of them the rest is counted down on the screen.
    package let countdownFrom: Int
    /// How long a payment is waited for before somebody is called, in seconds.
    package let paymentSeconds: Int
    /// How long thanks are said, in seconds; six times as long where nothing is on paper.
    package let thanksSeconds: Int
    /// How long a call for help stands when nobody comes, in seconds.
    package let helpSeconds: Int
    /// Whether a phone number is asked for.
    package let asksPhone: Bool
    /// Whether UPI payments are asked for on the screen: somebody tells the kiosk of those that come.
    package let takesUPI: Bool
    /// Whether nothing is sold while nothing can be printed.
    package let needsPrinter: Bool
    /// Whether the shop has a number for its people.
    package let hasPIN: Bool
    /// How many languages there are to choose from.
    package let languages: Int
    /// When it sells.
    package let hours: KioskHours

    /// Gathers the rules; without arguments those that hold when nothing is set.
    package init(
        idleSeconds: Int = 60, countdownFrom: Int = 45, paymentSeconds: Int = 180,
        thanksSeconds: Int = 10, helpSeconds: Int = 300, asksPhone: Bool = true,
        takesUPI: Bool = false, needsPrinter: Bool = true, hasPIN: Bool = false,
        languages: Int = 3, hours: KioskHours = .always
    ) {
        precondition(languages > 0, "a kiosk speaks a language")
        self.idleSeconds = idleSeconds
        self.countdownFrom = min(countdownFrom, idleSeconds)
        self.paymentSeconds = paymentSeconds
        self.thanksSeconds = thanksSeconds
        self.helpSeconds = helpSeconds
        self.asksPhone = asksPhone
        self.takesUPI = takesUPI
        self.needsPrinter = needsPrinter
        self.hasPIN = hasPIN
        self.languages = languages
        self.hours = hours
    }
}

/// From when to when a kiosk sells, every day; beyond midnight when it closes before it opens.
package struct KioskHours: Hashable, Sendable {
    /// The minute of the day from which on it sells.
    package let opens: Int
    /// The minute of the day from which on it does not; the same as `opens` for always.
    package let closes: Int

    /// The whole day.
    package static let always = KioskHours(opens: 0, closes: 0)

    /// Gathers hours, in minutes since midnight.
    package init(opens: Int, closes: Int) {
        self.opens = opens
        self.closes = closes
    }

    /// Whether it sells at a time of the shop's day.
    package func isOpen(at time: CivilTime) -> Bool {
        let minute = time.hour * 60 + time.minute
        if opens == closes { return true }
        return opens < closes
            ? (opens..<closes).contains(minute) : !(closes..<opens).contains(minute)
    }

    /// How many seconds from a time of the day until it opens or closes; nil where it never does.
    package func secondsToChange(at time: CivilTime) -> Int? {
        guard opens != closes else { return nil }
        let now = (time.hour * 60 + time.minute) * 60 + time.second
        let day = 24 * 60 * 60
        return [opens, closes].map { ($0 * 60 - now + day - 1) % day + 1 }.min()
    }

    /// When it opens, as `09:30`.
    package var opening: String { Self.text(opens) }

    private static func text(_ minutes: Int) -> String {
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}
