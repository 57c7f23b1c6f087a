import Billing
import LineMode
import Testing

@Suite("find, hold, held, resume, email, reprint")
struct MoreWordsTests {
    @Test(
        "every word with what belongs behind it is its command",
        arguments: [
            ("hold", .hold(printsSlip: false)), ("hold print", .hold(printsSlip: true)),
            ("held", .held), ("HELD ", .held), ("resume 1", .resume(1)),
            ("resume 99", .resume(99)), ("reprint", .reprint(billNumber: nil)),
            ("reprint BILL-2601000001", .reprint(billNumber: "BILL-2601000001")),
        ] as [(String, Command)])
    func words(line: String, command: Command) throws {
        #expect(try Command.parse(line) == command)
    }

    @Test(
        "a search is everything behind the word, in any script",
        arguments: [
            ("find rice", "rice"), ("find  toor   dal ", "toor   dal"), ("find चावल", "चावल"),
            ("find 100%", "100%"), ("find 8901", "8901"),
        ])
    func searches(line: String, text: String) throws {
        #expect(try Command.parse(line) == .find(try Text(text)))
    }

    @Test("an address is what stands behind the word")
    func email() throws {
        #expect(
            try Command.parse("email asha@example.com")
                == .email(try EmailAddress(parsing: "asha@example.com")))
    }

    @Test(
        "a malformed command is answered with how to type it",
        arguments: [
            ("hold 1", "type it as hold, or hold print"),
            ("held 1", "nothing belongs behind that word"),
            ("resume", "type it as resume 1; held shows the numbers"),
            (
                "resume 0",
                "`0` is no number of a parked bill; type it as resume 1, held shows them"
            ),
            (
                "resume 100",
                "`100` is no number of a parked bill; type it as resume 1, held shows them"
            ),
            (
                "resume x",
                "`x` is no number of a parked bill; type it as resume 1, held shows them"
            ),
            ("find", "type it as find rice: part of a name, or of a code"),
            ("find a\u{1B}[2J", "no product's name has such a character"),
            ("email asha", "type it as email asha@example.com"),
            ("email a b@c", "type it as email asha@example.com"),
            ("email a\u{1B}@b", "that address has a character no receipt can carry"),
            ("reprint BILL 1", "type it as reprint BILL-2601000001"),
            ("reprint a\u{202E}b", "no bill number has such a character"),
        ])
    func sentences(line: String, sentence: String) {
        let error = #expect(throws: CommandError.self) { try Command.parse(line) }
        #expect(error?.description == sentence)
    }

    @Test("a search, an address and a bill number that are too long say how long they may be")
    func tooLong() {
        let lines = [
            ("find " + String(repeating: "न", count: 81), "a search has at most 80 characters"),
            (
                "email a@" + String(repeating: "b", count: 253),
                "an e-mail address has at most 254 characters"
            ),
            (
                "reprint " + String(repeating: "1", count: 33),
                "a bill number has at most 32 characters"
            ),
        ]
        for (line, sentence) in lines {
            let error = #expect(throws: CommandError.self) { try Command.parse(line) }
            #expect(error?.description == sentence)
        }
    }

    @Test("one digit from 1 to 9 picks, nothing else does")
    func pick() {
        #expect((1...9).map { Command.pick("\($0)") } == Array(1...9))
        #expect(Command.pick(" 3 ") == 3)
        for line in ["0", "10", "3*1", "x", "", "३", "find 3"] {
            #expect(Command.pick(line) == nil, "`\(line)`")
        }
    }

    @Test("looking is answered before the disk has it; parking, addresses and copies after")
    func durability() {
        for line in ["find rice", "held", "resume x", "email x"] {
            #expect(Command.touchesOpenBillOnly(line), "\(line)")
        }
        for line in ["hold", "resume 1", "email a@b", "reprint", "reprint BILL-1"] {
            #expect(!Command.touchesOpenBillOnly(line), "\(line)")
        }
    }

    @Test("another open bill is in the way, and the answer says what to do with it")
    func billOpen() {
        #expect(
            Counter.wording.refusal(.billOpen)
                == Row(
                    .refusal,
                    "Another bill is open. Pay it, type hold to put it aside, or void to throw it "
                        + "away."))
    }

    @Test("a customer with an address is shown with it, the name last")
    func customerWithAddress() {
        let john = BillCustomer(
            id: CustomerID(1), number: "CUST0001", name: "John Doe", phone: "9876543210",
            email: "john@example.com")
        #expect(
            Counter.wording.customer(john).text
                == "9876543210   john@example.com   CUST0001 - John Doe")
    }

    @Test(
        "each word of the line mode's table is a command, and never sold as a code",
        arguments: [
            "find rice", "item Tea 12", "item Tea 12 gst 5", "add 55 Tea 12", "qty 2", "qty 1 2",
            "price 95", "price 1 95", "discount 5", "discount 1 5%", "discount bill 5%", "del",
            "del 1", "batch", "batch 1", "phone 98765 43210", "phone", "name John Doe",
            "email a@example.com", "cash 500", "cash", "upi", "upi 200", "upi print", "ok",
            "ok 6158", "back", "card 1234", "credit", "pay cash 300 upi 200", "hold",
            "hold print", "held", "resume 1", "void", "void torn", "return BILL-2601000001 1 2",
            "return BILL-2601000001 1 2 refund cash", "refund cash 100 upi 200",
            "payin 500 float", "payout 120 milk", "reprint", "reprint BILL-2601000001", "drawer",
            "drawer coins", "total", "status", "queue", "help", "quit", "repay 50", "statement",
            "correct BILL-2601000001 cash upi", "clock", "clock ok", "bills CUST0001",
        ])
    func table(_ line: String) throws {
        if case .scan = try Command.parse(line) { Issue.record("\(line) is sold") }
        if case .scan = try Command.parse(line.uppercased()) { Issue.record("\(line) is sold") }
    }
}
