import Billing
import LineMode
import Testing

@Suite("Lines that are commands")
struct CommandTests {
    private static let money = Money.init(minorUnits:)

    @Test(
        "every word with what belongs behind it is its command",
        arguments: [
            ("qty 2", .quantity(line: nil, Quantity(pieces: 2))),
            ("qty 3 2", .quantity(line: 3, Quantity(pieces: 2))),
            ("qty 0.450", .quantity(line: nil, Quantity(thousandths: 450))),
            ("qty   1    .5 ", .quantity(line: 1, Quantity(thousandths: 500))),
            ("qty 9999 1", .quantity(line: 9_999, .one)),
            ("price 95", .price(line: nil, money(95_00))),
            ("price 2 95.50", .price(line: 2, money(95_50))),
            ("price ₹1,200.00", .price(line: nil, money(1_200_00))),
            ("price 0", .price(line: nil, .zero)),
            ("discount 20", .discount(.line(nil), .amount(money(20_00)))),
            ("discount 2 5%", .discount(.line(2), .percent(hundredths: 5_00))),
            ("discount bill 12.5%", .discount(.bill, .percent(hundredths: 12_50))),
            ("DISCOUNT BILL 50", .discount(.bill, .amount(money(50_00)))),
            ("discount 0", .discount(.line(nil), nil)),
            ("discount bill 0%", .discount(.bill, nil)),
            ("batch", .batch(line: nil)), ("batch 2", .batch(line: 2)),
            ("gstin", .gstin(nil)), ("buyer", .buyer(nil)), ("address", .address(nil)),
            ("del", .delete(line: nil)),
            ("del 2", .delete(line: 2)),
            ("phone 98765-43210", .phone("98765-43210")),
            ("phone 98765 43210", .phone("98765 43210")),
            ("phone", .phone(nil)),
            ("phone   ", .phone(nil)),
            ("phone abc", .phone("abc")),
            ("cash 600", .cash(money(600_00))),
            ("cash 499.99", .cash(money(499_99))),
            ("cash ₹ 500", .cash(money(500_00))),
            ("cash 0", .cash(.zero)),
            ("total", .total), ("void", .void(why: nil)), ("help", .help), ("?", .help),
            ("quit", .quit),
            ("help me", .help),
        ] as [(String, Command)])
    func words(line: String, command: Command) throws {
        #expect(try Command.parse(line) == command)
    }

    @Test(
        "an open item has a name of any words, a price and perhaps a rate",
        arguments: [
            ("item Tea 12", "Tea", 12_00, 0), ("item Tea  glass 12.50", "Tea glass", 12_50, 0),
            ("item Tea 12 gst 5", "Tea", 12_00, 5_00), ("item Tea 12 GST 0.25%", "Tea", 12_00, 25),
            ("item gst 5 7", "gst 5", 7_00, 0), ("item चाय 12 gst 18", "चाय", 12_00, 18_00),
            ("item \"Carry bag\" 5", "Carry bag", 5_00, 0),
            ("item \"Bag\" 5 gst 5", "Bag", 5_00, 5_00),
            ("item Pipe 5\" 4", "Pipe 5\"", 4_00, 0),
            ("item \"5\" rod\" 4", "\"5\" rod\"", 4_00, 0),
        ])
    func items(line: String, name: String, price: Int64, rate: Int) throws {
        let item = OpenItem(
            name: try Text(name), price: Money(minorUnits: price),
            rate: TaxRate(hundredths: rate))
        #expect(try Command.parse(line) == .item(item))
    }

    @Test(
        "an unknown code becomes a product with the options behind its price, in any order",
        arguments: [
            ("add 890 Tea 12", "Tea", 0, "pc", 0), ("add 890 \"Tea\" 12", "Tea", 0, "pc", 0),
            ("add 890 Masala tea 12 gst 5 cost 9.50", "Masala tea", 9_50, "pc", 5_00),
            ("add 890 Rice 12 unit KG cost 10 gst 0", "Rice", 10_00, "kg", 0),
        ])
    func products(line: String, name: String, cost: Int64, unit: String, rate: Int) throws {
        let product = NewProduct(
            code: "890", name: try Text(name), price: Money(minorUnits: 12_00),
            cost: Money(minorUnits: cost), unit: Product.Unit(unit),
            rate: TaxRate(hundredths: rate))
        #expect(try Command.parse(line) == .add(product))
    }

    @Test(
        "a name is everything behind the word, in any script",
        arguments: [
            ("name John Doe", "John Doe"), ("name   John   Doe  ", "John   Doe"),
            ("name குமார்", "குமார்"), ("name total", "total"), ("name 9876543210", "9876543210"),
            ("name \"John Doe\"", "John Doe"), ("name \"", "\""), ("name \"\"", "\"\""),
        ])
    func names(line: String, name: String) throws {
        #expect(try Command.parse(line) == .name(try Text(name)))
    }

    @Test(
        "a word is a word however it is written",
        arguments: ["TOTAL", "Total", "  total", "total  ", "\ttotal\t", "tOtAl\r"])
    func spelling(line: String) throws {
        #expect(try Command.parse(line) == .total)
    }

    @Test("an empty line is nothing", arguments: ["", " ", "\t", "\r", "   \u{00A0}"])
    func empty(line: String) throws {
        #expect(try Command.parse(line) == nil)
    }

    // The help is a promise: whatever it shows can be typed as it stands, line numbers left out.
    @Test("every example of the help is a command of its own word")
    func help() throws {
        for row in Counter.wording.help.dropFirst() {
            let example = String(row.text.dropFirst(2).prefix(while: { $0 != "(" }))
            let typed = example.split(separator: "   ").first.map(String.init) ?? ""
            let line = typed.replacing("[LINE] ", with: "").replacing(" [LINE]", with: "")
            let command = try Command.parse(line)
            if typed.first?.isNumber == true {
                guard case .scan = command else {
                    Issue.record("`\(line)` is \(String(describing: command))")
                    continue
                }
            } else if case .scan = command {
                Issue.record("`\(line)` is taken for a scan")
            }
        }
    }
}
