import Billing

// What the clock decides: nothing that a payment could depend on.
extension Kiosk {
    /// How long the state lasts when nobody does anything; nil for as long as it takes.
    func patience(_ sale: Sale) -> Int64? {
        let seconds: Int? =
            switch state {
            case .welcome, .closed: notice == nil && language == 0 ? nil : rules.thanksSeconds
            case .scanning, .phone, .counter: rules.countdownFrom
            case .waiting: rules.paymentSeconds
            case .asked: nil
            case .thanks(let thanks):
                thanks.isOnPaper ? rules.thanksSeconds : rules.thanksSeconds * 6
            case .help: mayLeave(sale) ? rules.helpSeconds : nil
            case .staff: rules.idleSeconds
            }
        return seconds.map { Int64($0) * 1_000 }
    }

    /// Whether the shopper can be taken for gone: no money has come, and none is waited for.
    func mayLeave(_ sale: Sale) -> Bool { sale.openBill?.isBeingPaid != true }

    mutating func timeIsOver(_ sale: Sale) -> [KioskEffect] {
        switch state {
        case .welcome, .closed:
            (notice, language) = (nil, 0)
            return []
        case .scanning, .phone, .counter: return countDown(sale)
        case .waiting:
            state = .asked
            return [.callStaff(.paymentLate)]
        case .asked: return []
        case .thanks:
            welcome()
            return []
        case .help: return mayLeave(sale) ? leave(sale) : []
        case .staff:
            state = resting(at: sale)
            return []
        }
    }

    private mutating func countDown(_ sale: Sale) -> [KioskEffect] {
        let left = secondsLeft.map { $0 - 1 } ?? rules.idleSeconds - rules.countdownFrom
        guard left > 0 else { return leave(sale) }
        secondsLeft = left
        return [.setTimer(.turn, milliseconds: 1_000)]
    }

    /// Nobody is there any more: the bill is put aside, and the next shopper is welcome.
    mutating func leave(_ sale: Sale) -> [KioskEffect] {
        secondsLeft = nil
        guard let bill = sale.openBill else {
            welcome()
            return []
        }
        return bill.lines.isEmpty ? [.discard] : [.park(printsSlip: false)]
    }

    /// The next shopper finds nothing of the last one.
    mutating func welcome() {
        state = .welcome
        (notice, language, entry, secondsLeft) = (nil, 0, "", nil)
    }
}
