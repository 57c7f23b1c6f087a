import Billing
import LineMode
import Testing

@Suite("All lines of four pieces")
struct SmallWorldTests {
    static let pieces = [
        "qty", "price", "discount", "del", "cash", "name", "phone", "total", "3", "0.5", "*", "%",
        "x", " ", "-", ".",
    ]

    // 16⁴ lines: whatever is accepted keeps the promises of its type, and every refusal is a
    // sentence; together with the tables this leaves no shape of a line untried.
    @Test("a line is nothing, a sensible command, or a sentence", arguments: pieces)
    func lines(first: String) {
        for second in Self.pieces {
            for third in Self.pieces {
                for fourth in Self.pieces {
                    let line = first + second + third + fourth
                    do throws(CommandError) {
                        let command = try Command.parse(line)
                        if !Self.isSensible(command, line) { Issue.record("`\(line)`") }
                    } catch {
                        if error.description.isEmpty { Issue.record("`\(line)`") }
                    }
                }
            }
        }
    }

    private static func isSensible(_ command: Command?, _ line: String) -> Bool {
        switch command {
        case nil: line.allSatisfy { $0 == " " }
        case .scan(let code, let quantity):
            !code.isEmpty && code.first != " " && code.last != " " && line.contains(code)
                && isSensible(quantity)
        case .quantity(let number, let quantity): isSensible(number) && isSensible(quantity)
        case .price(let number, let amount): isSensible(number) && isSensible(amount)
        case .delete(let number): isSensible(number)
        case .cash(let amount): isSensible(amount)
        case .phone(let text): text.map { line.contains($0) } ?? true
        case .name(let name): line.contains(name.string)
        case .total: line.contains("total")
        case .shift(.report): line.contains("x")
        case .discount(.line(let number), let discount):
            isSensible(number) && isSensible(discount)
        case .paying(.suggestCash): line.contains("cash")
        case .discount(.bill, _), .batch, .item, .add, .gstin, .buyer, .address: false
        case .void, .help, .quit, .email, .find, .hold, .held, .resume, .reprint, .bills, .returned,
            .paying, .status, .queue, .clock, .drawer, .cashMoved,
            .shift(.look), .shift(.open), .shift(.close), .shift(.lastReport), .login, .override:
            false
        }
    }

    private static func isSensible(_ number: Int?) -> Bool {
        number.map { (1...9_999).contains($0) } ?? true
    }

    private static func isSensible(_ discount: Discount?) -> Bool {
        switch discount {
        case nil: true
        case .amount(let amount): amount > .zero && isSensible(amount)
        case .percent(let hundredths): (1...100_00).contains(hundredths)
        }
    }

    private static func isSensible(_ quantity: Quantity) -> Bool {
        quantity > .zero && quantity <= .limit
    }

    private static func isSensible(_ amount: Money) -> Bool {
        amount >= .zero && amount <= .limit
    }
}
