import Billing

// The keypad, state by state.
extension Kiosk {
    /// The digits that an article's code may have when it is typed.
    static let codeDigits = 8...14
    /// The most digits of a quantity.
    static let quantityDigits = 3
    /// The most digits of a phone number and of the staff's number.
    static let mostDigits = 15

    mutating func press(_ key: KioskKey, _ sale: Sale) -> [KioskEffect] {
        if key == .language, mayChangeLanguage {
            language = (language + 1) % rules.languages
            return []
        }
        switch state {
        case .welcome, .scanning: return pressScanning(key, sale)
        case .phone(let digits, _): return pressPhone(key, digits, sale)
        case .counter: return pressCounter(key, sale)
        case .waiting: return pressWaiting(key)
        case .asked: return pressAsked(key)
        case .thanks: return pressThanks(key)
        case .help(let help): return press(key, calling: help, sale)
        case .staff(let help): return press(key, asStaff: help, sale)
        case .closed: return key == .help ? call(.called) : []
        }
    }

    private var mayChangeLanguage: Bool {
        switch state {
        case .staff: false
        case .welcome, .scanning, .phone, .counter, .waiting, .asked, .thanks, .help, .closed: true
        }
    }

    private mutating func pressScanning(_ key: KioskKey, _ sale: Sale) -> [KioskEffect] {
        switch key {
        case .digit(let digit):
            if entry.count < Self.codeDigits.upperBound { entry += "\(digit)" }
        case .remove:
            if entry.isEmpty { return hasLines(sale) ? [.removeLast] : [] }
            entry.removeLast()
        case .quantity: return takeQuantity(sale)
        case .back: entry = ""
        case .help: return call(.called)
        case .enter: return enter(sale)
        case .language: break
        }
        return []
    }

    private mutating func takeQuantity(_ sale: Sale) -> [KioskEffect] {
        let typed = entry
        entry = ""
        guard hasLines(sale), typed.count <= Self.quantityDigits, let count = Int64(typed),
            count > 0
        else {
            notice = .numberFirst
            return []
        }
        return [.setQuantity(Quantity(pieces: count))]
    }

    private mutating func enter(_ sale: Sale) -> [KioskEffect] {
        guard entry.isEmpty else {
            let typed = entry
            entry = ""
            guard Self.codeDigits.contains(typed.count) else {
                notice = .numberUnclear
                return []
            }
            if state == .welcome { state = .scanning }
            return [.sell(Array(typed.utf8), isApproved: false)]
        }
        guard hasLines(sale) else { return [] }
        guard rules.asksPhone, sale.openBill?.customer == nil else { return beginToPay() }
        state = .phone("", isEntered: false)
        return []
    }

    /// The payment that this kiosk can take.
    mutating func beginToPay() -> [KioskEffect] {
        guard rules.takesUPI else {
            state = .counter
            return []
        }
        state = .waiting
        return [.startUPI]
    }

    private mutating func pressPhone(
        _ key: KioskKey, _ digits: String, _ sale: Sale
    ) -> [KioskEffect] {
        switch key {
        case .digit(let digit):
            guard digits.count < Self.mostDigits else { return [] }
            return type(digits + "\(digit)")
        case .remove: return digits.isEmpty ? [] : type(String(digits.dropLast()))
        case .back:
            state = .scanning
            return [.typed(nil)]
        case .help: return [.typed(nil)] + call(.called)
        case .enter:
            guard !digits.isEmpty else {
                let unlinking: [KioskEffect] = sale.openBill?.customer == nil ? [] : [.unlink]
                return unlinking + beginToPay()
            }
            state = .phone(digits, isEntered: true)
            return [.typed(nil), .link(digits)]
        case .quantity, .language: return []
        }
    }

    private mutating func type(_ digits: String) -> [KioskEffect] {
        state = .phone(digits, isEntered: false)
        return [.typed(digits)]
    }

    private mutating func pressCounter(_ key: KioskKey, _ sale: Sale) -> [KioskEffect] {
        switch key {
        case .enter: return hasLines(sale) ? [.park(printsSlip: paper == .ready)] : []
        case .back: state = .scanning
        case .help: return call(.called)
        case .digit, .remove, .quantity, .language: break
        }
        return []
    }

    private mutating func pressWaiting(_ key: KioskKey) -> [KioskEffect] {
        switch key {
        case .back: return [.withdraw]
        case .digit(1):
            state = .counter
            return [.withdraw]
        case .help: return call(.called)
        case .digit, .remove, .quantity, .enter, .language: return []
        }
    }

    private mutating func pressAsked(_ key: KioskKey) -> [KioskEffect] {
        switch key {
        case .enter: notice = .staffComes
        case .back: return [.withdraw]
        case .help: return call(.paymentLate)
        case .digit, .remove, .quantity, .language: break
        }
        return []
    }

    private mutating func pressThanks(_ key: KioskKey) -> [KioskEffect] {
        switch key {
        case .enter, .back: welcome()
        case .help: return call(.called)
        case .digit, .remove, .quantity, .language: break
        }
        return []
    }
}
