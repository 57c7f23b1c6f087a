import Billing
import Ledger
import ShopFixtures
import Synchronization
import Till

/// What a request of another program was answered, and how often.
final class Answers: Sendable {
    private let answers = Mutex<[TillAnswer]>([])

    var all: [TillAnswer] { answers.withLock { $0 } }

    func request(_ ask: TillAsk) -> TillRequest {
        TillRequest(ask) { answer in self.answers.withLock { $0.append(answer) } }
    }
}

extension Shop {
    /// Takes requests in one step and answers them as the loop does, after the commit.
    @discardableResult
    func ask(_ asks: TillAsk...) -> [TillAnswer] {
        let answers = Answers()
        for effect in till.step(asks.map { .request(answers.request($0)) }) {
            if case .reply(let answer, let request) = effect { request.answer(answer) }
        }
        return answers.all
    }

    /// The codes of what was refused, nil for what was not.
    func codes(_ asks: TillAsk...) -> [String?] {
        asks.flatMap { ask($0) }.map { answer in
            if case .refused(let refusal) = answer { refusal.code } else { nil }
        }
    }

    /// How many rows a table has.
    func count(_ table: String) throws -> Int {
        try query("SELECT count(*) FROM \(table)", folder: folder.path).first?.first
            .flatMap { Int($0) } ?? -1
    }
}

/// The specification's sale: two of A, three of B, ₹500, paid in cash.
func sale(
    _ reference: String = "R1", billNumber: String? = nil, priceOfA: Int64 = 100_00,
    items: [SaleRequest.Item]? = nil, shown: [SaleRequest.PricedItem]? = nil,
    subtotal: Int64? = nil, total: Int64 = 500_00,
    payment: SaleRequest.Tendered = .init(.cash), phone: String? = nil, name: String? = nil,
    extra: String? = nil
) throws -> TillAsk {
    let a = SaleRequest.Item(product: Shop.codeA, quantity: Quantity(pieces: 2))
    let b = SaleRequest.Item(product: Shop.codeB, quantity: Quantity(pieces: 3))
    return .sell(
        SaleRequest(
            reference: SaleReference(reference), billNumber: billNumber, items: items ?? [a, b],
            pricedItems: shown ?? [
                .init(item: a, price: Money(minorUnits: priceOfA), total: nil),
                .init(item: b, price: Money(minorUnits: 100_00), total: nil),
            ],
            subtotal: subtotal.map(Money.init(minorUnits:)), total: Money(minorUnits: total),
            payment: payment, phone: try phone.map { try Phone(parsing: $0) },
            name: try name.map { try Text($0) }, email: nil, prints: true, cashier: "web",
            extra: extra))
}
