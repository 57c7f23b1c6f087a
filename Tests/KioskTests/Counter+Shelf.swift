import Billing
import Kiosk

extension Counter {
    static let offerA = offer(1, "Product A", 100_00)
    static let offerB = offer(2, "Product B", 50_00)
    static let offers = [offerA.product.id: offerA, offerB.product.id: offerB]

    static var noon: CivilTime {
        guard let time = CivilTime(iso: "2026-11-15 12:00:00") else {
            preconditionFailure("a time that exists")
        }
        return time
    }

    static func bill(_ number: String, _ lines: [CartLine]) -> Bill {
        let rows = lines.map { BillLine(product: $0.product, parts: $0.parts) }
        let total = rows.map(\.amount).total()
        return Bill(
            number: number, invoiceNumber: number, reference: SaleReference(number), lines: rows,
            subtotal: total, total: total, totalCost: .zero, payments: [], change: .zero,
            customer: nil, cashier: "Kiosk", soldAt: noon)
    }

    private static func offer(_ id: Int64, _ name: String, _ price: Int64) -> Offer {
        let product = Product(
            id: ProductID(id), barcode: "890100000000\(id)", name: name, unit: Product.Unit("pc"))
        let batch = Batch(
            id: BatchID(id), label: "X", available: Quantity(pieces: 20),
            cost: Money(minorUnits: 10_00), price: Money(minorUnits: price), mrp: nil)
        return Offer(product: product, batches: [batch])
    }

    /// Does what a script of words says; a word of digits is typed.
    mutating func play(_ script: String) {
        for word in script.split(separator: " ") {
            switch word {
            case "A": scan(Self.codeA)
            case "B": scan(Self.codeB)
            case "tobacco": scan(Self.tobacco)
            case "onion": scan(Self.onion)
            case "unknown": scan(Array("4000000000000".utf8))
            case "enter": press(.enter)
            case "back": press(.back)
            case "help": press(.help)
            case "remove": press(.remove)
            case "quantity": press(.quantity)
            case "language": press(.language)
            case "time": send(.timer(.turn))
            case "paid": confirm()
            case "late": send(.lateMoney(Money(minorUnits: 100_00)))
            case "no-paper": send(.paper(.out))
            case "paper": send(.paper(.ready))
            case "night": send(.hours(isOpen: false))
            case "day": send(.hours(isOpen: true))
            case "no-scanner": send(.scanners(0))
            case "scanner": send(.scanners(1))
            case "leave": for _ in 0..<20 { send(.timer(.turn)) }
            case "restart": self = Counter(restarted: self)
            default: type(String(word))
            }
        }
    }

    /// The state in a word, and what it is about.
    var place: String {
        switch kiosk.state {
        case .welcome: "welcome"
        case .scanning: "scanning"
        case .phone(let digits, _): "phone \(digits)"
        case .counter: "counter"
        case .waiting: "waiting"
        case .asked: "asked"
        case .thanks(.paid(_, _, let isOnPaper)): isOnPaper ? "thanks" : "thanks on screen"
        case .thanks(.counter(let number, _, _)): "counter number \(number)"
        case .help(let help): "help \(Self.word(help.reason))"
        case .staff: "staff"
        case .closed(let closure): "closed \(closure)"
        }
    }

    private static func word(_ reason: KioskHelp.Reason) -> String {
        switch reason {
        case .restricted: "restricted"
        case .loose: "loose"
        case .lateMoney: "late"
        case .called, .unknownArticle, .notForSale, .paymentLate, .paidNotClosed, .clock,
            .paymentRefused, .notParked:
            "\(reason)"
        }
    }
}
