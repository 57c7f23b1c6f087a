package import Billing

// People of the shop: their number, and what they can do.
extension Kiosk {
    /// What somebody of the shop can do at a kiosk, by its digit.
    package enum StaffChoice: Int, Hashable, Sendable, CaseIterable {
        /// Back to the shopper.
        case goOn = 1
        /// Sell the article that only a person may sell.
        case allow
        /// The payment has come; or the bill that is paid is to be closed.
        case paid
        /// Put the bill aside.
        case park
        /// Throw the bill away.
        case discard
        /// Print the last receipt again.
        case reprint
        /// Close the kiosk, or open it again.
        case shut
        /// The money that came late pays this bill.
        case takeLate
        /// The money that came late was given back.
        case refundLate
    }

    mutating func press(
        _ key: KioskKey, calling help: KioskHelp, _ sale: Sale
    ) -> [KioskEffect] {
        var help = help
        switch key {
        case .digit(let digit):
            guard rules.hasPIN else { return [] }
            guard wrongPINs < Self.mostWrongPINs else {
                notice = .locked
                return []
            }
            if help.pin.count < Self.mostDigits { help.pin += "\(digit)" }
            state = .help(help)
        case .remove:
            help.pin = String(help.pin.dropLast())
            state = .help(help)
        case .enter:
            let typed = help.pin
            help.pin = ""
            state = .help(help)
            return typed.isEmpty ? [] : [.checkPIN(typed)]
        case .back:
            state = help.pin.isEmpty ? resting(at: sale) : .help(KioskHelp(help.reason))
        case .quantity, .help, .language: break
        }
        return []
    }

    mutating func unlock(_ isRight: Bool, _ sale: Sale) -> [KioskEffect] {
        guard case .help(let help) = state else { return [] }
        guard !isRight else {
            wrongPINs = 0
            state = .staff(KioskHelp(help.reason))
            return []
        }
        wrongPINs += 1
        guard wrongPINs >= Self.mostWrongPINs else {
            notice = .wrongPIN
            return []
        }
        notice = .locked
        return [.setTimer(.lock, milliseconds: Self.lockMilliseconds)]
    }

    /// What there is to do now.
    package func choices(_ help: KioskHelp, _ sale: Sale) -> [StaffChoice] {
        let bill = sale.openBill
        return StaffChoice.allCases.filter { choice in
            switch choice {
            case .goOn, .shut: true
            case .reprint: paper == .ready
            case .allow: if case .restricted = help.reason { mayLeave(sale) } else { false }
            case .paid: bill?.isBeingPaid == true
            case .park, .discard: hasLines(sale) && mayLeave(sale)
            case .takeLate: mayLeave(sale) && late(help) != nil && late(help) == bill?.due
            case .refundLate: late(help) != nil
            }
        }
    }

    /// The money that came late, where that is why somebody was called.
    private func late(_ help: KioskHelp) -> Money? {
        if case .lateMoney(let amount) = help.reason { amount } else { nil }
    }

    mutating func press(
        _ key: KioskKey, asStaff help: KioskHelp, _ sale: Sale
    ) -> [KioskEffect] {
        switch key {
        case .digit(let digit):
            guard let choice = StaffChoice(rawValue: digit), choices(help, sale).contains(choice)
            else { return [] }
            return obey(choice, help, sale)
        case .back: return obey(.goOn, help, sale)
        case .remove, .quantity, .help, .enter, .language: return []
        }
    }

    private mutating func obey(
        _ choice: StaffChoice, _ help: KioskHelp, _ sale: Sale
    ) -> [KioskEffect] {
        switch choice {
        case .goOn: state = resting(at: sale)
        case .allow:
            guard case .restricted(_, let code) = help.reason else { return [] }
            state = .scanning
            return [.sell(code, isApproved: true)]
        case .paid: return [sale.openBill?.attempt == nil ? .finish : .confirm]
        case .park: return [.park(printsSlip: paper == .ready)]
        case .discard: return [.discard]
        case .reprint: return [.reprint]
        case .takeLate: return [.takeLate]
        case .refundLate: return [.refundLate]
        case .shut:
            isShutByStaff.toggle()
            state = resting(at: sale)
        }
        return []
    }
}
