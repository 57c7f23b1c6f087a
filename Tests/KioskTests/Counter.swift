import Billing
import Kiosk
import Testing

/// A kiosk with a sale of its own and a shelf: what a till does for it, in memory.
struct Counter {
    static let codeA = Array("8901000000019".utf8)
    static let codeB = Array("8901000000026".utf8)
    static let tobacco = Array("8901000000033".utf8)
    static let onion = Array("21".utf8)
    static let pin = "4711"

    var kiosk: Kiosk
    var sale: Sale = .idle
    /// What was asked for, in order, timers aside.
    var asked: [KioskEffect] = []
    var parked: [OpenBill] = []
    var bills: [Bill] = []
    /// How long the state lasts.
    var turn: Int64?
    private var references = 0

    init(rules: KioskRules = KioskRules(takesUPI: true, hasPIN: true)) {
        kiosk = Kiosk(rules: rules)
        send(.started)
    }

    /// What a process that starts with these books makes of them.
    init(restarted counter: Counter) {
        self = counter
        kiosk = Kiosk(rules: counter.kiosk.rules)
        asked = []
        send(.started)
    }

    mutating func send(_ events: KioskEvent...) {
        for event in events {
            for effect in kiosk.apply(event, sale: sale) { perform(effect) }
        }
    }

    mutating func scan(_ code: [UInt8]) { send(.scanned(code, nil)) }
    mutating func press(_ keys: KioskKey...) { for key in keys { send(.key(key)) } }
    mutating func type(_ digits: String) {
        for digit in digits { send(.key(.digit(digit.wholeNumberValue ?? 0))) }
    }

    /// The UPI payment that is waited for has come.
    mutating func confirm() {
        answer(.paying(.confirmed(nil)))
    }

    private mutating func perform(_ effect: KioskEffect) {
        if case .setTimer(.turn, let milliseconds) = effect {
            turn = milliseconds
            return
        }
        asked.append(effect)
        references += 1
        let opening = BillOpening(SaleReference("sale-\(references)"))
        switch effect {
        case .sell(let code, let isApproved): sell(code, isApproved, opening)
        case .setQuantity(let quantity):
            guard let offer = sale.openBill?.lines.last.flatMap({ Self.offers[$0.product.id] })
            else { return send(.answered(.refused(.other))) }
            answer(.quantitySet(line: nil, quantity, offer))
        case .removeLast: answer(.lineDeleted(line: nil))
        case .link(let digits):
            do throws(Phone.Refusal) {
                let phone = try Phone(parsing: digits)
                let customer = BillCustomer(
                    id: CustomerID(1), number: "CUST0001", name: "John", phone: phone.digits,
                    email: nil)
                answer(.customerLinked(customer, opening: opening))
            } catch {
                send(.answered(.refused(.badPhone)))
            }
        case .unlink: answer(.customerUnlinked)
        case .startUPI:
            let attempt = PaymentAttempt(
                id: "try\(references)", amount: sale.openBill?.due ?? .zero)
            answer(.paying(.attempted(attempt)))
        case .withdraw: answer(.paying(.takenBack))
        case .confirm: confirm()
        case .finish: close()
        case .park: park()
        case .discard: answer(.voided)
        case .checkPIN(let digits): send(.pinChecked(digits == Self.pin))
        case .takeLate:
            answer(.paying(.part(Payment(tender: .upi, amount: sale.openBill?.due ?? .zero))))
        case .refundLate: send(.answered(.done))
        case .linkCard, .typed, .reprint, .callStaff, .setTimer: break
        }
    }

    private mutating func sell(_ code: [UInt8], _ isApproved: Bool, _ opening: BillOpening) {
        switch code {
        case Self.codeA: answer(.scanned(Self.offerA, .one, opening: opening))
        case Self.codeB: answer(.scanned(Self.offerB, .one, opening: opening))
        case Self.tobacco where isApproved:
            answer(.scanned(Self.offerB, .one, opening: opening))
        case Self.tobacco: send(.answered(.refused(.restricted("Beedi", code: code))))
        case Self.onion: send(.answered(.refused(.loose("Onion"))))
        default: send(.answered(.refused(.unknownArticle)))
        }
    }

    private mutating func park() {
        do throws(Rejection) {
            let effects = try sale.apply(.held(as: 3, since: Self.noon))
            for case .held(let held) in effects { parked.append(held.bill) }
            send(.answered(.parked(3, code: "GALLA-RESUME-3-X")))
        } catch {
            send(.answered(.refused(.notParked)))
        }
    }

    private mutating func answer(_ event: SaleEvent) {
        do throws(Rejection) {
            let effects = try sale.apply(event)
            let isPaid = sale.openBill.map { $0.attempt == nil && $0.isBeingPaid } ?? false
            if isPaid,
                effects.contains(where: { if case .payment(.paid) = $0 { true } else { false } })
            {
                return close()
            }
            send(.answered(.done))
        } catch {
            send(.answered(.refused(.other)))
        }
    }

    private mutating func close() {
        do throws(Rejection) {
            guard let lines = sale.openBill?.lines else { return }
            _ = try sale.apply(.paying(.completed(offers: Self.offers, at: Self.noon)))
            let bill = Self.bill("BILL-\(bills.count + 1)", lines)
            _ = try sale.apply(.saved(bill))
            bills.append(bill)
            send(.answered(.sold(bill)))
        } catch {
            send(.answered(.refused(.other)))
        }
    }
}
