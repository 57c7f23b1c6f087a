package import Billing
import Scanning

/// The machine of an unattended till: welcome → scanning → phone → payment → thanks.
///
/// It sells nothing itself: it decides what a shopper may ask of the one sale that every till has,
/// and what the screen says. The sale as it stands arrives with each event. What does not fit the
/// state changes nothing. Sequences that deserve a thought:
///
/// 1. A scan is an article or one of Galla's own codes, and those do no more than the keys do.
/// 2. Who leaves without paying leaves a parked bill; who leaves nothing on the bill leaves no
///    customer on it either.
/// 3. A payment that is waited for is never given up by the clock: it may have been made.
/// 4. A bill that is paid and cannot be closed stays until somebody of the shop has looked.
/// 5. What closes the kiosk (no paper, the hours) does so between two shoppers.
/// 6. After a restart the state follows from the bill alone: lines are scanned on, a payment that
///    is waited for is waited for anew, the rest begins with the welcome.
package struct Kiosk: Hashable, Sendable {
    /// Where the shopper stands.
    package internal(set) var state: KioskState = .welcome
    /// What the shop has decided.
    package let rules: KioskRules
    /// Digits that were typed beside a phone number: a quantity, or the code of an article.
    package internal(set) var entry = ""
    /// A sentence about what was just done.
    package internal(set) var notice: KioskNotice?
    /// How many seconds are left before the bill is put aside, while they are counted down.
    package internal(set) var secondsLeft: Int?
    /// Which of the shop's languages is spoken.
    package internal(set) var language = 0
    /// How the printer is.
    package internal(set) var paper: KioskPaper = .ready
    var hasScanner = true
    var isOpen = true
    var isShutByStaff = false
    var wrongPINs = 0

    /// The most wrong numbers of the staff in a row before none is taken for a while.
    static let mostWrongPINs = 5
    /// How long none is taken then.
    static let lockMilliseconds: Int64 = 60_000

    /// A kiosk that nobody has stood before yet.
    package init(rules: KioskRules) {
        self.rules = rules
    }

    /// Takes one event, beside the sale as it stands; answers what has to be done, in order.
    package mutating func apply(_ event: KioskEvent, sale: Sale) -> [KioskEffect] {
        let before = state
        if event.isInput { notice = nil }
        let effects = decide(event, sale)
        settle(sale)
        if state != before { entry = "" }
        guard event.beginsWait || !Self.isSameStep(before, state) else { return effects }
        secondsLeft = nil
        // First, because what is asked for next may lead to a state with a time of its own.
        return [.setTimer(.turn, milliseconds: patience(sale))] + effects
    }

    private mutating func decide(_ event: KioskEvent, _ sale: Sale) -> [KioskEffect] {
        switch event {
        case .started:
            state = resting(at: sale)
            return state == .welcome && sale.openBill != nil ? [.discard] : []
        case .scanned(let payload, nil): return scan(payload, sale)
        case .scanned(_, .some(let code)): return obey(code, sale)
        case .scanLost:
            notice = .scanAgain
            return []
        case .key(let key): return press(key, sale)
        case .timer(.turn): return timeIsOver(sale)
        case .timer(.lock):
            wrongPINs = 0
            return []
        case .answered(let answer): return take(answer, sale)
        case .pinChecked(let isRight): return unlock(isRight, sale)
        case .lateMoney(let amount): return tell(late: amount)
        case .paper(let paper): self.paper = paper
        case .scanners(let count): hasScanner = count != 0
        case .hours(let isOpen): self.isOpen = isOpen
        case .notSaved: notice = .notSaved
        }
        return []
    }

    /// What keeps the kiosk from selling to the next shopper.
    var closure: KioskClosure? {
        if isShutByStaff { return .byStaff }
        if !isOpen { return .outsideHours }
        if rules.needsPrinter, paper != .ready, paper != .none { return .paper(paper) }
        return hasScanner ? nil : .noScanner
    }

    /// Opens and closes between two shoppers.
    private mutating func settle(_ sale: Sale) {
        switch state {
        case .welcome, .closed:
            state = closure.map(KioskState.closed) ?? .welcome
        case .scanning, .phone, .counter, .waiting, .asked, .thanks, .help, .staff: break
        }
    }

    /// The state that the sale alone says.
    func resting(at sale: Sale) -> KioskState {
        guard let bill = sale.openBill else { return .welcome }
        if bill.attempt != nil { return .waiting }
        if bill.isBeingPaid { return .help(KioskHelp(.paidNotClosed)) }
        return bill.lines.isEmpty ? .welcome : .scanning
    }

    /// Calls somebody, whatever was going on.
    mutating func call(_ reason: KioskHelp.Reason) -> [KioskEffect] {
        state = .help(KioskHelp(reason))
        return [.callStaff(reason)]
    }

    /// Money of a payment that was given up: somebody has to know, the shopper too if they are there.
    private mutating func tell(late amount: Money) -> [KioskEffect] {
        switch state {
        case .welcome, .scanning, .phone, .counter: return call(.lateMoney(amount))
        case .waiting, .asked, .thanks, .help, .staff, .closed:
            return [.callStaff(.lateMoney(amount))]
        }
    }

    /// Digits that are typed are no other step.
    private static func isSameStep(_ before: KioskState, _ after: KioskState) -> Bool {
        switch (before, after) {
        case (.phone, .phone): true
        case (.help(let before), .help(let after)): before.reason == after.reason
        default: before == after
        }
    }
}
