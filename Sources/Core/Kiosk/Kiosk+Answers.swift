import Billing

// What became of what was asked of the sale.
extension Kiosk {
    mutating func take(_ answer: KioskAnswer, _ sale: Sale) -> [KioskEffect] {
        switch answer {
        case .sold(let bill):
            state = .thanks(
                .paid(number: bill.number, total: bill.total, isOnPaper: paper == .ready))
            return []
        case .parked(let number, let code): return parked(number, code)
        case .refused(let refusal): return take(refusal, sale)
        case .done: return done(sale)
        }
    }

    private mutating func parked(_ number: Int, _ code: String) -> [KioskEffect] {
        switch state {
        case .counter:
            state = .thanks(.counter(number: number, code: code, isOnPaper: paper == .ready))
        case .staff:
            welcome()
            notice = .parked(number)
        case .welcome, .scanning, .phone, .waiting, .asked, .thanks, .help, .closed: welcome()
        }
        return []
    }

    private mutating func done(_ sale: Sale) -> [KioskEffect] {
        switch state {
        case .welcome, .scanning, .waiting, .asked, .help: return rest(at: sale)
        case .phone(_, let isEntered):
            // Customers never stop a sale: it goes on without one that could not be looked up.
            return isEntered ? beginToPay() : []
        case .staff:
            return sale.openBill?.isBeingPaid == true ? [] : rest(at: sale)
        case .counter, .thanks, .closed: return []
        }
    }

    private mutating func rest(at sale: Sale) -> [KioskEffect] {
        let next = resting(at: sale)
        if case .help(let help) = next, state != next {
            return call(help.reason)
        }
        guard next == .welcome else {
            state = next
            return []
        }
        welcome()
        // Nothing of this shopper may be on the bill of the next one.
        return sale.openBill == nil ? [] : [.discard]
    }

    private mutating func take(_ refusal: KioskRefusal, _ sale: Sale) -> [KioskEffect] {
        switch state {
        case .phone(let digits, _):
            state = .phone(digits, isEntered: false)
            notice = refusal == .badPhone ? .badPhone : .refused
            return []
        case .waiting:
            if sale.openBill?.attempt != nil { return [] }
            if sale.openBill?.isBeingPaid == true { return call(.paidNotClosed) }
            return call(refusal == .clock ? .clock : .paymentRefused)
        case .counter: return call(refusal == .clock ? .clock : .notParked)
        case .staff, .thanks, .asked, .closed:
            notice = .refused
            return []
        case .help:
            notice = .refused
            return refusal == .notParked ? call(.notParked) : []
        case .welcome, .scanning: return refuse(refusal, sale)
        }
    }

    /// What was scanned is not sold; the shopper is helped, or told to try again.
    private mutating func refuse(_ refusal: KioskRefusal, _ sale: Sale) -> [KioskEffect] {
        state = resting(at: sale)
        switch refusal {
        case .unknownArticle: return call(.unknownArticle)
        case .loose(let name): return call(.loose(name))
        case .restricted(let name, let code): return call(.restricted(name, code: code))
        case .notForSale: return call(.notForSale)
        case .clock: return call(.clock)
        case .notParked: return call(.notParked)
        case .tooMany: notice = .tooMany
        case .unreadable: notice = .scanAgain
        case .badPhone, .other: notice = .refused
        }
        return []
    }
}
