import Billing
import Scanning

// What a scan may ask for: an article, or what a key can ask for as well.
extension Kiosk {
    mutating func scan(_ payload: [UInt8], _ sale: Sale) -> [KioskEffect] {
        switch state {
        case .welcome, .scanning, .thanks, .phone, .counter: return sell(payload, sale)
        case .help(let help):
            switch help.reason {
            case .paidNotClosed, .lateMoney: return []
            case .called, .unknownArticle, .loose, .restricted, .notForSale, .paymentLate, .clock,
                .paymentRefused, .notParked:
                return mayLeave(sale) ? sell(payload, sale) : []
            }
        case .waiting, .asked:
            notice = .payFirst
            return []
        case .staff, .closed: return []
        }
    }

    private mutating func sell(_ payload: [UInt8], _ sale: Sale) -> [KioskEffect] {
        state = resting(at: sale)
        // Not welcomed first: that would close the kiosk before the shopper who has begun.
        if state == .welcome { state = .scanning }
        entry = ""
        return [.sell(payload, isApproved: false)]
    }

    mutating func obey(_ code: GallaCode, _ sale: Sale) -> [KioskEffect] {
        switch code {
        case .bill:
            notice = .notAnArticle
            return []
        case .control(let control): return obey(control, sale)
        }
    }

    private mutating func obey(_ code: ControlCode, _ sale: Sale) -> [KioskEffect] {
        switch code {
        case .pay: return isServing ? press(.enter, sale) : []
        case .help: return press(.help, sale)
        case .delete: return isScanning ? press(.remove, sale) : []
        case .cancel, .hold:
            return isServing && mayLeave(sale) ? leave(sale) : []
        case .quantity(let count):
            guard isScanning, hasLines(sale) else { return [] }
            return [.setQuantity(Quantity(pieces: Int64(count)))]
        case .customer(let number): return isServing && hasLines(sale) ? [.linkCard(number)] : []
        case .total: return []
        case .resume, .reprint, .void, .cash, .drawer:
            notice = .forStaff
            return []
        }
    }

    /// Whether a code of Galla's may stand for a key: never while the staff's number is typed.
    private var isServing: Bool {
        switch state {
        case .scanning, .phone, .counter: true
        case .welcome, .waiting, .asked, .thanks, .help, .staff, .closed: false
        }
    }

    private var isScanning: Bool { state == .scanning }

    func hasLines(_ sale: Sale) -> Bool { sale.openBill?.lines.isEmpty == false }
}
