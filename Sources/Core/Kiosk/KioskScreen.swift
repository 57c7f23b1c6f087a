package import Billing
import LineMode

/// What makes a page of a kiosk's state: the words, the currency, the shop.
package struct KioskScreen: Hashable, Sendable {
    /// The languages, the first of them the one that strangers are greeted in.
    package let languages: [KioskWords]
    /// The sign in front of amounts.
    package let currency: String
    /// What the shop calls itself.
    package let shop: String
    /// Whom UPI codes pay; nil where no UPI payment is asked for.
    package let payee: UPIPayee?

    /// Gathers what pages need; there is one language at least.
    package init(languages: [KioskWords], currency: String, shop: String, payee: UPIPayee?) {
        precondition(!languages.isEmpty, "a kiosk speaks a language")
        self.languages = languages
        self.currency = currency
        self.shop = shop
        self.payee = payee
    }

    /// The page of a state, beside the sale as it stands.
    package func page(of kiosk: Kiosk, sale: Sale) -> KioskPage {
        KioskPageWriter(
            screen: self, words: languages[kiosk.language % languages.count], kiosk: kiosk,
            sale: sale
        ).page
    }

    func amount(_ money: Money) -> String { Wording(currency: currency).amount(money) }

    /// What a technician reads of a kiosk, in English and without anything of a shopper's.
    package static func status(of kiosk: Kiosk) -> String {
        switch kiosk.state {
        case .welcome: "Waits for a shopper."
        case .scanning, .phone, .counter, .thanks: "Serves a shopper."
        case .waiting: "Waits for a payment."
        case .asked: "Asks about a payment that has not come."
        case .help: "Help is called."
        case .staff: "Somebody of the shop is at it."
        case .closed(let closure): "Closed: " + sentence(of: closure)
        }
    }

    private static func sentence(of closure: KioskClosure) -> String {
        switch closure {
        case .byStaff: "by somebody of the shop."
        case .outsideHours: "outside the shop's hours."
        case .paper(.out): "the printer has no paper."
        case .paper(.coverOpen): "the printer's cover is open."
        case .paper(.unplugged): "the printer is not there."
        case .paper: "the printer does not print."
        case .noScanner: "no scanner is there."
        }
    }
}
