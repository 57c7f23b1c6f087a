package import Billing

/// Where a shopper stands at a kiosk.
package enum KioskState: Hashable, Sendable {
    /// Nobody is there.
    case welcome
    /// Articles are scanned.
    case scanning
    /// A phone number is typed; entered, when the answer to it leads on.
    case phone(String, isEntered: Bool)
    /// Paying at the counter is offered.
    case counter
    /// A UPI payment is asked for and waited for.
    case waiting
    /// It was waited for long enough: did you pay?
    case asked
    /// It is over.
    case thanks(KioskThanks)
    /// Somebody of the shop is wanted; their number may be typed.
    case help(KioskHelp)
    /// Somebody of the shop is there.
    case staff(KioskHelp)
    /// Nothing is sold.
    case closed(KioskClosure)
}

/// How a shopper leaves.
package enum KioskThanks: Hashable, Sendable {
    /// The bill is paid; off paper, its number stays on the screen for a while.
    case paid(number: String, total: Money, isOnPaper: Bool)
    /// The bill waits at the counter under this number; the code takes it back there.
    case counter(number: Int, code: String, isOnPaper: Bool)

    /// Whether the screen is all that the shopper gets.
    var isOnPaper: Bool {
        switch self {
        case .paid(_, _, let isOnPaper), .counter(_, _, let isOnPaper): isOnPaper
        }
    }
}

/// A call for somebody of the shop.
package struct KioskHelp: Hashable, Sendable {
    /// Why.
    package let reason: Reason
    /// What was typed of the staff's number.
    var pin = ""

    /// Gathers a call.
    package init(_ reason: Reason) { self.reason = reason }

    /// Why somebody is wanted.
    package enum Reason: Hashable, Sendable {
        /// The shopper asks for it.
        case called
        /// An article that no catalogue has.
        case unknownArticle
        /// An article that has to be weighed.
        case loose(String)
        /// An article that only a person may sell; its code, to be sold when they allow it.
        case restricted(String, code: [UInt8])
        /// An article that cannot be sold.
        case notForSale
        /// A payment that was waited for to its limit.
        case paymentLate
        /// The bill is paid and could not be closed.
        case paidNotClosed
        /// Money that came after its payment was given up.
        case lateMoney(Money)
        /// The clock may be wrong.
        case clock
        /// Paying could not begin.
        case paymentRefused
        /// The bill could not be put aside.
        case notParked
    }
}

/// Why a kiosk sells nothing.
package enum KioskClosure: Hashable, Sendable {
    /// Somebody of the shop has closed it.
    case byStaff
    /// It is outside the shop's hours.
    case outsideHours
    /// Nothing can be printed, and the shop wants receipts.
    case paper(KioskPaper)
    /// There is no scanner.
    case noScanner
}

/// A sentence about what was just done, until the next thing is.
package enum KioskNotice: Hashable, Sendable {
    /// The scan has to be made again.
    case scanAgain
    /// What was scanned is nothing that a kiosk sells.
    case notAnArticle
    /// A code for the people of the shop.
    case forStaff
    /// There is not so much of it.
    case tooMany
    /// A number has to be typed first.
    case numberFirst
    /// The number is neither a code nor how many there are.
    case numberUnclear
    /// It is no phone number.
    case badPhone
    /// A payment is waited for: nothing is scanned meanwhile.
    case payFirst
    /// Somebody comes.
    case staffComes
    /// The staff's number was wrong.
    case wrongPIN
    /// It was wrong too often.
    case locked
    /// The bill was put aside under this number.
    case parked(Int)
    /// It could not be saved; it has to be done again.
    case notSaved
    /// It was refused; the shop has to look.
    case refused
}
