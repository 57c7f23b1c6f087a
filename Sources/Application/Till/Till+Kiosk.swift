import Billing
import Kiosk
import Ledger
import LineMode
import Printing
import Scanning

// An unattended till: the machine of `Kiosk` says what a shopper may ask of the sale, and it is
// done here by what a cashier's words do.
extension Till {
    /// What the screen of a kiosk says now; nil where a person attends the till.
    var page: KioskPage? {
        guard let kiosk = state.kiosk, let settings = settings.kiosk else { return nil }
        return settings.screen.page(of: kiosk, sale: state.sale)
    }

    /// Begins to serve: the bill that the books have says where the shopper stands.
    mutating func begin(at desk: Desk) throws -> [TillEffect] {
        try lookAtHours(at: desk) + lookAtDevices(at: desk) + send(.started, at: desk)
    }

    /// Gives the kiosk an event, if this till is one, and does what it asks for.
    mutating func send(_ event: KioskEvent, at desk: Desk) throws -> [TillEffect] {
        guard var kiosk = state.kiosk else { return [] }
        let effects = kiosk.apply(event, sale: state.sale)
        state.kiosk = kiosk
        return try effects.flatMap { try perform($0, at: desk) }
    }

    /// Tells the kiosk how the devices are that it cannot do without.
    mutating func lookAtDevices(at desk: Desk) throws -> [TillEffect] {
        guard let kiosk = state.kiosk, let settings = settings.kiosk else { return [] }
        let scanners = settings.countsScanners ? state.scanners : nil
        let effects = try send(.scanners(scanners), at: desk)
        return paper == kiosk.paper ? effects : effects + (try send(.paper(paper), at: desk))
    }

    /// Tells the kiosk whether the shop's hours have it open, and asks to be told of their next change.
    mutating func lookAtHours(at desk: Desk) throws -> [TillEffect] {
        guard let hours = settings.kiosk?.rules.hours else { return [] }
        let time = desk.moment.civil
        let effects = try send(.hours(isOpen: hours.isOpen(at: time)), at: desk)
        guard let seconds = hours.secondsToChange(at: time) else { return effects }
        // A clock that is put right meanwhile is noticed within minutes.
        let patience = Int64(min(seconds, 600)) * 1_000
        return effects + [.setTimer(.hours, milliseconds: patience)]
    }

    /// What the kiosk makes of a step that could not be written: everything is as before.
    mutating func kioskNotSaved() -> [TillEffect] {
        guard var kiosk = state.kiosk else { return [] }
        let effects = kiosk.apply(.notSaved, sale: state.sale)
        state.kiosk = kiosk
        return effects.compactMap { effect in
            guard case .setTimer(let timer, let milliseconds) = effect else { return nil }
            return .setTimer(.kiosk(timer), milliseconds: milliseconds)
        }
    }

    /// Does something that may change the sale by itself, and tells the kiosk what it has become.
    mutating func followed(
        at desk: Desk, _ body: (inout Till) throws -> [TillEffect]
    ) throws -> [TillEffect] {
        let before = state.sale
        let effects = try body(&self)
        guard state.kiosk != nil, state.sale != before else { return effects }
        return effects + (try send(.answered(progress), at: desk))
    }

    private var progress: KioskAnswer {
        if case .sold(let bill) = state.sale { .sold(bill) } else { .done }
    }

    private var paper: KioskPaper {
        guard settings.printerName != nil else { return .none }
        let printer = state.printer.state
        if printer.link == .unplugged { return .unplugged }
        guard printer.isBlocked else { return .ready }
        return switch printer.worst {
        case .paperOut: .out
        case .coverOpen: .coverOpen
        default: .stuck
        }
    }

    // MARK: What the kiosk asks for

    private mutating func perform(_ effect: KioskEffect, at desk: Desk) throws -> [TillEffect] {
        switch effect {
        case .sell(let payload, let isApproved):
            return try sellAtKiosk(payload, isApproved: isApproved, at: desk)
        case .setQuantity(let quantity):
            guard let line = state.sale.openBill?.lines.last, line.product.unit.isCounted else {
                return try send(.answered(.refused(.other)), at: desk)
            }
            return try ask(at: desk, orElse: .tooMany) { till throws in
                try till.setQuantity(ofLine: nil, quantity, at: desk)
            }
        case .removeLast:
            return try ask(at: desk) { till throws in
                try till.apply(.lineDeleted(line: nil), at: desk)
            }
        case .typed(let digits): return type(phone: digits)
        case .link(let digits): return try linkAtKiosk(digits, at: desk)
        case .unlink:
            return try ask(at: desk) { till throws in
                try till.apply(.customerUnlinked, at: desk)
            }
        case .linkCard(let number):
            return try ask(at: desk) { till throws in
                try till.link(customer: number, at: desk)
            }
        case .takeLate, .refundLate:
            guard let late = try desk.books.latePayments().last else {
                return try send(.answered(.refused(.other)), at: desk)
            }
            let word: LateWord =
                effect == .takeLate ? .pay(late.number) : .refund(late.number)
            return try ask(at: desk, mustChange: effect == .takeLate) { till throws in
                try till.obey(word, at: desk)
            }
        case .startUPI, .withdraw, .confirm, .finish: return try pay(effect, at: desk)
        case .park(let printsSlip): return try parkAtKiosk(printsSlip: printsSlip, at: desk)
        case .discard:
            return try ask(at: desk) { till throws in try till.void(nil, at: desk) }
        case .reprint: return try reprint(nil, at: desk)
        case .checkPIN(let digits): return try unlock(by: digits, at: desk)
        case .callStaff(let reason): return [.show([wording.staffWanted(reason)])]
        case .setTimer(let timer, let milliseconds):
            return [.setTimer(.kiosk(timer), milliseconds: milliseconds)]
        }
    }

    private mutating func pay(_ effect: KioskEffect, at desk: Desk) throws -> [TillEffect] {
        let doubt = try refusalByClock(at: desk) == nil ? KioskRefusal.other : .clock
        return try ask(at: desk, orElse: doubt, mustChange: true) { till throws in
            switch effect {
            case .startUPI: try till.pay([PayPart(.upi)], at: desk)
            case .withdraw: try till.apply(.paying(.takenBack), at: desk)
            default: try till.confirm(nil, at: desk)
            }
        }
    }

    /// Does something and answers the kiosk: it was refused, or it is done.
    ///
    /// `mustChange`: what leaves the sale as it is was refused.
    mutating func ask(
        at desk: Desk, orElse refusal: KioskRefusal = .other, mustChange: Bool = false,
        _ body: (inout Till) throws -> [TillEffect]
    ) throws -> [TillEffect] {
        let before = state.sale
        state.refusedToKiosk = nil
        let effects = try body(&self)
        let isRefused = state.sale == before && (mustChange || state.refusedToKiosk != nil)
        let answer: KioskAnswer = isRefused ? .refused(refusal) : progress
        return effects + (try send(.answered(answer), at: desk))
    }

    private mutating func unlock(by digits: String, at desk: Desk) throws -> [TillEffect] {
        let isRight = settings.kiosk?.pin == digits
        try audit(
            isRight ? "staff-unlocked" : "staff-number-wrong",
            of: state.sale.openBill?.reference.raw, nil, why: nil, at: desk)
        return try send(.pinChecked(isRight), at: desk)
    }

    private mutating func linkAtKiosk(_ digits: String, at desk: Desk) throws -> [TillEffect] {
        let phone: Phone
        do throws(Phone.Refusal) {
            phone = try Phone(parsing: digits, rule: settings.phoneRule)
        } catch {
            return try send(.answered(.refused(.badPhone)), at: desk)
        }
        return try ask(at: desk) { till throws in try till.link(phone, at: desk) }
    }

    private mutating func parkAtKiosk(
        printsSlip: Bool, at desk: Desk
    ) throws -> [TillEffect] {
        let number = try desk.books.freeHeldNumber(till: settings.series.till)
        let effects = try hold(printsSlip: printsSlip, at: desk)
        guard let number, state.sale.openBill == nil else {
            return effects + (try send(.answered(.refused(.notParked)), at: desk))
        }
        let code = ControlCode.resume(number).text
        return effects + (try send(.answered(.parked(number, code: code)), at: desk))
    }
}
