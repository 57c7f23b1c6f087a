import Billing
import Kiosk
import LineMode

// What the people of a shop are told of its kiosk.
extension Wording {
    /// Somebody is wanted at the kiosk.
    func staffWanted(_ reason: KioskHelp.Reason) -> Row {
        let why =
            switch reason {
            case .called: "the shopper calls."
            case .unknownArticle: "an article is in no catalogue."
            case .loose(let name): "an article has to be weighed: \(name)."
            case .restricted(let name, _): "look at the shopper's age before selling \(name)."
            case .notForSale: "an article cannot be sold; see what the till said of it."
            case .paymentLate:
                "a UPI payment was waited for to its limit. Look at the shop's account: if it has "
                    + "come, say so at the kiosk with your number; if not, go back."
            case .paidNotClosed:
                "a bill is paid and could not be closed. The money is on it: mend what the till "
                    + "said, then close it at the kiosk with your number."
            case .lateMoney(let amount):
                "\(self.amount(amount)) came for a payment that was given up. Give it back, or "
                    + "sell for it."
            case .clock: "the clock may be wrong. Nothing is paid until it is right."
            case .paymentRefused: "paying could not begin; see what the till said of it."
            case .notParked: "a bill could not be put aside; see what the till said of it."
            }
        return Row(.notice, "Help is wanted at the kiosk: " + why)
    }

    /// An article that only a person may sell.
    func restricted(_ product: Product) -> Row {
        Row(.refusal, "Only a person may sell this, by the shop's rule.   \(product.name)")
    }
}
