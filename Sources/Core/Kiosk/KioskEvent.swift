package import Billing
package import Scanning

/// What happens to a kiosk; what the sale has become stands beside it.
package enum KioskEvent: Hashable, Sendable {
    /// The process has started: the state follows from the bill that the books have.
    case started
    /// A complete scan; nil is none of Galla's own codes.
    case scanned([UInt8], GallaCode?)
    /// A scan that begins like one of Galla's codes and is damaged, or was thrown away half-read.
    case scanLost
    /// A key of the keypad.
    case key(KioskKey)
    /// A time that the kiosk asked for is over.
    case timer(KioskTimer)
    /// What became of an effect that asked something of the sale.
    case answered(KioskAnswer)
    /// Whether the staff's number was right.
    case pinChecked(Bool)
    /// Money has come that no bill waits for.
    case lateMoney(Money)
    /// How the printer is.
    case paper(KioskPaper)
    /// How many scanners are there; nil where nobody counts them.
    case scanners(Int?)
    /// Whether the shop's hours have the kiosk open.
    case hours(isOpen: Bool)
    /// The books did not take what was decided last: everything is as it was before.
    case notSaved

    /// Whether every wait begins anew with it.
    var beginsWait: Bool { isInput || self == .started || self == .notSaved }

    /// Whether a person did it.
    var isInput: Bool {
        switch self {
        case .scanned, .scanLost, .key: true
        case .started, .timer, .answered, .pinChecked, .lateMoney, .paper, .scanners, .hours,
            .notSaved:
            false
        }
    }
}

/// A key of the keypad, by what it is for.
package enum KioskKey: Hashable, Sendable {
    /// A digit, 0 to 9.
    case digit(Int)
    /// Take the last digit back, or the last article.
    case remove
    /// The number that was typed is how many there are of the last article.
    case quantity
    /// One step back.
    case back
    /// Call somebody.
    case help
    /// Go on.
    case enter
    /// The next language.
    case language

    /// The key of a word: a digit, or `remove`, `quantity`, `back`, `help`, `enter`, `language`.
    package init?(word: some StringProtocol) {
        switch word {
        case "remove": self = .remove
        case "quantity": self = .quantity
        case "back": self = .back
        case "help": self = .help
        case "enter": self = .enter
        case "language": self = .language
        default:
            guard word.utf8.count == 1, let digit = Int(word) else { return nil }
            self = .digit(digit)
        }
    }
}

/// What a kiosk waits for by the clock.
package enum KioskTimer: Hashable, Sendable {
    /// The time of the state it is in.
    case turn
    /// The time for which the staff's number is not asked for.
    case lock
}

/// How the printer of a kiosk is.
package enum KioskPaper: Hashable, Sendable {
    /// It prints, as far as anybody knows.
    case ready
    /// The shop has set that nothing is printed.
    case none
    /// It is there and has no paper.
    case out
    /// Its cover is open.
    case coverOpen
    /// It is not there.
    case unplugged
    /// Something else keeps it from printing.
    case stuck
}

/// What became of something that a kiosk asked of the sale.
package enum KioskAnswer: Hashable, Sendable {
    /// It is done; the sale says what it has become.
    case done
    /// The bill is paid and in the books.
    case sold(Bill)
    /// The bill was put aside under this number; the code takes it back.
    case parked(Int, code: String)
    /// It was not done, and nothing has changed.
    case refused(KioskRefusal)
}

/// Why something was not done, as far as a shopper has to know.
package enum KioskRefusal: Hashable, Sendable {
    /// No product has this code.
    case unknownArticle
    /// What was scanned cannot be read as a code of an article.
    case unreadable
    /// The article has to be weighed.
    case loose(String)
    /// The article is sold by a person only, who looks at the shopper's age.
    case restricted(String, code: [UInt8])
    /// The article cannot be sold as the shop is now.
    case notForSale
    /// There is not so much of it.
    case tooMany
    /// It is no phone number.
    case badPhone
    /// The clock of the machine may be wrong: nothing is paid until somebody has looked.
    case clock
    /// The bill cannot be put aside.
    case notParked
    /// Anything else that a person of the shop has to look at.
    case other
}
