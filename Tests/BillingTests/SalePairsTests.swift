import Billing
import Testing

/// Every event in every state: what is accepted, where it leads, and why it is refused.
@Suite("Sale: every event in every state")
struct SalePairsTests {
    enum Kind: String, CaseIterable, Sendable {
        case idle, open, settling, sold
    }

    enum Outcome: Equatable, Sendable {
        case to(Kind)
        case refused(Rejection)
    }

    /// The four columns are idle, open, settling, sold.
    static let table: [(event: String, outcomes: [Outcome])] = [
        ("scanned", [.to(.open), .to(.open), .refused(.settling), .to(.open)]),
        ("customerLinked", [.to(.open), .to(.open), .refused(.settling), .to(.open)]),
        ("itemAdded", [.to(.open), .to(.open), .refused(.settling), .to(.open)]),
        ("buyerNamed", [.to(.open), .to(.open), .refused(.settling), .to(.open)]),
        ("batchPicked", onlyOpen(.to(.open))),
        ("discountSet", onlyOpen(.to(.open))),
        ("billDiscountSet", onlyOpen(.to(.open))),
        ("customerMissed", [.to(.open), .to(.open), .refused(.settling), .to(.open)]),
        ("returned", [.to(.open), .to(.open), .refused(.settling), .to(.open)]),
        ("customerUnlinked", onlyOpen(.to(.open))),
        ("quantitySet", onlyOpen(.to(.open))),
        ("priceSet", onlyOpen(.to(.open))),
        ("lineDeleted", onlyOpen(.to(.open))),
        ("voided", onlyOpen(.to(.idle))),
        ("held", onlyOpen(.to(.idle))),
        ("resumed", [.to(.open), .refused(.billOpen), .refused(.settling), .to(.open)]),
        ("tendered", onlyOpen(.to(.settling))),
        ("completed", onlyOpen(.refused(.cashShort(Money(minorUnits: 100_00))))),
        ("paidInPart", onlyOpen(.to(.open))),
        ("attemptStarted", onlyOpen(.to(.open))),
        ("attemptConfirmed", onlyOpen(.refused(.payment(.noAttempt)))),
        ("paymentTakenBack", onlyOpen(.refused(.payment(.nothingPaid)))),
        ("refunded", onlyOpen(.refused(.returning(.nothingToGiveBack)))),
        ("saved", onlySettling(.to(.sold))),
        ("saveFailed", onlySettling(.to(.open))),
    ]

    static func onlyOpen(_ outcome: Outcome) -> [Outcome] {
        [.refused(.noOpenBill), outcome, .refused(.settling), .refused(.noOpenBill)]
    }

    static func onlySettling(_ outcome: Outcome) -> [Outcome] {
        [.refused(.noOpenBill), .refused(.noOpenBill), outcome, .refused(.noOpenBill)]
    }

    @Test("all ninety-six pairs", arguments: Kind.allCases)
    func pairs(kind: Kind) throws {
        let column = try #require(Kind.allCases.firstIndex(of: kind))
        let events = try Self.events()
        #expect(events.map(Self.name) == Self.table.map(\.event))
        for (event, row) in zip(events, Self.table) {
            var sale = try Self.sale(kind)
            let before = sale
            let outcome: Outcome
            do throws(Rejection) {
                _ = try sale.apply(event)
                outcome = .to(Self.kind(of: sale))
            } catch {
                outcome = .refused(error)
                #expect(sale == before, "\(kind.rawValue) and refused \(row.event)")
            }
            #expect(outcome == row.outcomes[column], "\(kind.rawValue) and \(row.event)")
        }
    }

    @Test("the bill being scanned is known while it is open or being saved")
    func openBill() throws {
        #expect(try Self.sale(.idle).openBill == nil)
        #expect(try Self.sale(.sold).openBill == nil)
        let open = try Self.sale(.open)
        #expect(open.openBill?.lines.count == 1)
        #expect(try Self.sale(.settling).openBill == open.openBill)
    }

    private static func events() throws -> [SaleEvent] {
        [
            .scan(Shop.offerB), .customerLinked(Shop.john, opening: Shop.opening),
            .itemAdded(try item(), opening: Shop.opening),
            .buyerNamed(Buyer(name: "Asha Stores"), opening: Shop.opening),
            .batchPicked(line: 1, Offer(product: Shop.productA, batches: [Shop.a2])),
            .discountSet(line: 1, .percent(hundredths: 5_00)),
            .billDiscountSet(.amount(Money(minorUnits: 1_00))),
            .customerMissed("no", opening: Shop.opening),
            .returned(OpenReturn(bill: try bill(), earlier: [:]), opening: Shop.opening),
            .customerUnlinked, .quantitySet(line: nil, Quantity(pieces: 2), Shop.offerA),
            .priceSet(line: nil, Money(minorUnits: 95_00)), .lineDeleted(line: nil), .voided,
            .held(as: 1, since: try morning()),
            .resumed(try #require(try sale(.open).openBill)),
            try .pay(100_00), .paying(.completed(offers: Shop.offers, at: try morning())),
            .paying(.part(Shop.cash(40_00))),
            .paying(.attempted(PaymentAttempt(id: "a1", amount: Money(minorUnits: 40_00)))),
            .paying(.confirmed(nil)), .paying(.takenBack),
            .paying(.refunded([], offers: Shop.offers, at: try morning())), .saved(try bill()),
            .saveFailed,
        ]
    }

    private static func item() throws -> OpenItem {
        OpenItem(name: try Text("Tea glass"), price: Money(minorUnits: 12_00), rate: .zero)
    }

    private static func sale(_ kind: Kind) throws -> Sale {
        switch kind {
        case .idle: .idle
        case .open: try .after(.scan(Shop.offerA))
        case .settling: try .after(.scan(Shop.offerA), .pay(100_00))
        case .sold: .sold(try bill())
        }
    }

    private static func bill() throws -> Bill {
        let paid = try Sale.after(.scan(Shop.offerA), .pay(100_00))
        return try #require(paid.settlement).bill(number: "BILL-2501000001", cashier: "Asha")
    }

    private static func kind(of sale: Sale) -> Kind {
        switch sale {
        case .idle: .idle
        case .open: .open
        case .settling: .settling
        case .sold: .sold
        }
    }

    // Exhaustive on purpose: a new event does not compile until it has a row in the table.
    private static func name(of event: SaleEvent) -> String {
        switch event {
        case .scanned: "scanned"
        case .customerLinked: "customerLinked"
        case .itemAdded: "itemAdded"
        case .buyerNamed: "buyerNamed"
        case .batchPicked: "batchPicked"
        case .discountSet: "discountSet"
        case .billDiscountSet: "billDiscountSet"
        case .customerMissed: "customerMissed"
        case .returned: "returned"
        case .paying(.refunded): "refunded"
        case .paying(.completed): "completed"
        case .paying(.part): "paidInPart"
        case .paying(.attempted): "attemptStarted"
        case .paying(.confirmed): "attemptConfirmed"
        case .paying(.takenBack): "paymentTakenBack"
        case .customerUnlinked: "customerUnlinked"
        case .quantitySet: "quantitySet"
        case .priceSet: "priceSet"
        case .lineDeleted: "lineDeleted"
        case .voided: "voided"
        case .held: "held"
        case .resumed: "resumed"
        case .tendered: "tendered"
        case .saved: "saved"
        case .saveFailed: "saveFailed"
        }
    }
}
