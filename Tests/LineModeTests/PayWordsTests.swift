import Billing
import LineMode
import Testing

/// The words of paying and returning, and how they are refused.
@Suite("pay, card, ok, repay, correct, return, refund")
struct PayWordsTests {
    static let rupees = { @Sendable (units: Int64) in Money(minorUnits: units * 100) }

    @Test("each word becomes what the design says")
    func words() throws {
        let slip = try PaymentReference(parsing: "0045")
        let table: [(String, Command)] = [
            ("cash", .paying(.suggestCash)), ("upi", .paying(.parts([PayPart(.upi)]))),
            ("upi 200", .paying(.parts([PayPart(.upi, Self.rupees(200))]))),
            ("card 0045", .paying(.parts([PayPart(.card, reference: slip)]))),
            ("credit", .paying(.parts([PayPart(.credit)]))),
            (
                "PAY cash 300 upi 200",
                .paying(
                    .parts([PayPart(.cash, Self.rupees(300)), PayPart(.upi, Self.rupees(200))]))
            ),
            (
                "pay cash 300 card 0045",
                .paying(
                    .parts([PayPart(.cash, Self.rupees(300)), PayPart(.card, reference: slip)]))
            ),
            (
                "pay card 100 0045 credit",
                .paying(
                    .parts([
                        PayPart(.card, Self.rupees(100), reference: slip), PayPart(.credit),
                    ]))
            ),
            ("ok", .paying(.confirm(nil))), ("ok 0045", .paying(.confirm(slip))),
            ("back", .paying(.back)), ("statement", .paying(.statement)),
            ("repay 50", .paying(.repay(PayPart(.cash, Self.rupees(50))))),
            ("repay 50 upi 0045", .paying(.repay(PayPart(.upi, Self.rupees(50), reference: slip)))),
            (
                "correct B-1 cash upi",
                .paying(.correct(billNumber: "B-1", from: .cash, to: PayPart(.upi)))
            ),
            ("refund", .paying(.refund([]))), ("refund upi", .paying(.refund([PayPart(.upi)]))),
            ("return BILL-1", .returned(ReturnCommand(billNumber: "BILL-1"))),
            ("return all", .returned(ReturnCommand(billNumber: nil, isAll: true))),
            (
                "return BILL-1 1 2 3 0.5 refund cash",
                .returned(
                    ReturnCommand(
                        billNumber: "BILL-1",
                        lines: [1: Quantity(pieces: 2), 3: Quantity(thousandths: 500)],
                        refund: [PayPart(.cash)]))
            ),
            ("return 2 1", .returned(ReturnCommand(billNumber: nil, lines: [2: .one]))),
            ("void", .void(why: nil)), ("void sorry", .void(why: try Text("sorry"))),
            ("email", .email(nil)),
        ]
        for (line, command) in table { #expect(try Command.parse(line) == command, "\(line)") }
    }

    @Test(
        "what cannot be one says how to type it",
        arguments: [
            "card", "card 4111111111111111", "ok 4111111111111111", "void 4111 1111 1111 1111",
            "pay", "pay 300", "pay cash upi 200", "pay cash 1 2", "pay credit 5 x",
            "repay", "repay x", "repay 5 credit", "repay 5 card", "repay 5 cash x", "back 1",
            "correct", "correct B-1 cash", "correct B-1 cash cash", "correct B-1 cash card",
            "return", "return B-1 1", "return B-1 1 x", "return B-1 1 1 1 2", "return B-1 x",
            "refund 5", "refund cash upi 5", "statement now", "upi x",
        ])
    func refused(line: String) {
        let error = #expect(throws: CommandError.self) { try Command.parse(line) }
        #expect(error?.description.isEmpty == false)
    }

    @Test(
        "a phone that is half typed is known by its word",
        arguments: [
            ("phone 98765", "98765"), ("PHONE  +91 98", "+91 98"), ("phone", nil),
            ("phones 1", nil), ("8901", nil), ("", nil),
        ])
    func halfTyped(line: String, phone: String?) {
        #expect(Command.halfTypedPhone(line) == phone)
    }

    @Test("money and returns are synced before the answer; looking is not")
    func durability() {
        for line in ["upi", "pay cash 5", "ok", "back", "repay 5", "return B-1", "refund", "void"] {
            #expect(!Command.touchesOpenBillOnly(line), "\(line)")
        }
        for line in ["cash", "bills", "total"] { #expect(Command.touchesOpenBillOnly(line)) }
    }

    @Test("the code on the screen is as wide as it is high, dark modules in blocks on white")
    func code() {
        let link = UPILink(
            payee: UPIPayee(address: "a@b", name: "A", category: nil),
            attempt: PaymentAttempt(id: "a1", amount: Self.rupees(5)), note: "Bill")
        let rows = Counter.wording.code(link)
        let width = rows.first?.text.count ?? 0
        #expect(rows.allSatisfy { $0.tone == .code && $0.text.count == width })
        #expect(rows.count == (width + 1) / 2)
        // The first row is white; the finder pattern's upper edge starts the second one.
        #expect(rows[0].text.allSatisfy { $0 == " " })
        #expect(rows[1].text.hasPrefix("  █▀▀▀▀▀█ "))
    }
}
