import Billing
import Ledger
import LineMode
import Printing
import Receipts
import Scanning
import ShopFixtures
import Spooler
import Testing
import Till

/// A shop in which a transcript is played, with a printer that is ready.
///
/// Products A and B are those of the specification. Tea has two batches at different MRPs, sugar is
/// weighed, and a code that is unknown may become a product.
final class TranscriptRun {
    static let tea = "8901000000033"
    static let sugar = "2100001"
    let shop: Shop
    private var orders: [PrintOrder] = []

    init() throws {
        shop = try Shop(rules: CounterRules(addsProducts: true))
        try shop.ledger?.transaction { books in
            let tea = try books.addProduct(named: "Tea", code: Self.tea)
            try books.receive(
                tea, "T1", day: 1, quantity: 3, cost: 7_000, price: 11_000, mrp: 11_000)
            try books.receive(
                tea, "T2", day: 2, quantity: 10, cost: 9_000, price: 12_000, mrp: 12_000)
            let sugar = try books.addProduct(named: "Sugar", code: Self.sugar, unit: "kg")
            try books.receive(sugar, "S1", day: 1, quantity: 50, cost: 3_500, price: 4_000)
        }
        _ = take(.printer(.ready(name: "p")))
        _ = take(.printer(.state(PrinterState(link: .online))))
    }

    func play(_ transcript: Transcript) throws {
        for step in transcript.steps { try play(step) }
        for entry in transcript.books {
            let found = try query(entry.query, folder: shop.folder.path)
            #expect(found == entry.rows, "\(entry.query)")
        }
    }

    private func play(_ step: Transcript.Step) throws {
        switch step {
        case .types(let line, let pieces): expect(pieces, in: take(.line(line)), after: line)
        case .isRefused(let line, let pieces):
            let before = try dump(folder: shop.folder.path)
            let bill = shop.type("total")
            expect(pieces, in: take(.line(line)), after: line)
            #expect(shop.type("total") == bill, "\(line)")
            #expect(try dump(folder: shop.folder.path) == before, "\(line)")
        case .scans(let code, let pieces):
            let scanner = ScannerIdentity(
                port: "1-1", serial: nil, vendor: 0, product: 0, name: "a scanner")
            let scan = Scan(payload: Array(code.utf8), scanner: scanner, finishedAt: 1)
            expect(pieces, in: take(.scanner(.scanned(scan))), after: code)
        case .beginsToType(let phone): #expect(take(.typing(phone: phone)).isEmpty, "\(phone)")
        case .waitsHalfASecond(let pieces):
            expect(pieces, in: take(.timer(.phoneTyped)), after: "half a second")
        case .restarts(let pieces):
            try shop.restart()
            expect(pieces, in: shop.greeting.map(\.text), after: "the restart")
            _ = take(.printer(.ready(name: "p")))
        case .prints(let pieces):
            let order = try #require(orders.last)
            let template = ReceiptTemplate(shop: ShopHeader(name: "SHIVIK MART"))
            let document = order.content.document(
                for: template, mark: order.isMarked ? .duplicate : .original)
            let rows = TextRenderer.rows(of: Layout(terminalColumns: 48).receipt(of: document))
            expect(pieces, in: rows, after: "printing")
        case .ends(let line):
            #expect(
                shop.till.step([.line(line)]).contains {
                    if case .stop = $0 { true } else { false }
                })
        case .breaks(let statement): try alter(statement, folder: shop.folder.path)
        }
    }

    /// Hands an event to the till, and lets the printer finish whatever it is given.
    private func take(_ event: TillEvent) -> [String] {
        var effects = shop.afterPINs(shop.till.step([event]))
        let rows = shop.rows(of: effects)
        while let order = effects.lazy.compactMap(Self.order).first {
            orders.append(order)
            effects = shop.till.step([.printer(.finished(order.job, isConfirmed: true))])
        }
        return rows
    }

    private static func order(_ effect: TillEffect) -> PrintOrder? {
        if case .print(let order) = effect { order } else { nil }
    }

    /// The pieces stand in the answer, one behind the other.
    private func expect(_ pieces: [String], in rows: [String], after input: String) {
        let answer = rows.joined(separator: "\n")
        #expect(!pieces.isEmpty, "nothing is said to be shown after \(input)")
        var rest = answer[...]
        for piece in pieces {
            guard let found = rest.firstRange(of: piece) else {
                Issue.record("after `\(input)`: no `\(piece)` where it should be in\n\(answer)")
                return
            }
            rest = rest[found.upperBound...]
        }
    }
}
