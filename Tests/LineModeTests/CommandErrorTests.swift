import LineMode
import Testing

@Suite("Lines that cannot be what they start as")
struct CommandErrorTests {
    @Test(
        "a malformed command is answered with how to type it",
        arguments: [
            ("qty", "type it as qty [LINE] 3"),
            ("qty 1 2 3", "type it as qty [LINE] 3"),
            ("qty abc", "`abc` is no quantity; type it as qty [LINE] 3"),
            ("qty 0", "`0` is no quantity; type it as qty [LINE] 3"),
            ("qty -1", "`-1` is no quantity; type it as qty [LINE] 3"),
            ("qty 0 2", "0 is no line number; type it as qty [LINE] 3"),
            ("qty -1 2", "-1 is no line number; type it as qty [LINE] 3"),
            ("qty x 2", "x is no line number; type it as qty [LINE] 3"),
            ("qty 10000 2", "10000 is no line number; type it as qty [LINE] 3"),
            (
                "qty 99999999999999999999 2",
                "99999999999999999999 is no line number; type it as qty [LINE] 3"
            ),
            ("qty 1.2345", "1.2345 has more than three decimals"),
            ("qty 1000000", "1000000 is more than a till can sell at once"),
            ("price", "type it as price [LINE] 95.50"),
            ("price 1 2 3", "type it as price [LINE] 95.50"),
            ("price abc", "`abc` is no amount; type it as price [LINE] 95.50"),
            ("price -5", "`-5` is no amount; type it as price [LINE] 95.50"),
            ("price 1.5 95", "1.5 is no line number; type it as price [LINE] 95.50"),
            ("price 82.005", "82.005 has more than two decimals"),
            ("price 1000000000", "1000000000 is more than a till can take"),
            ("del x", "x is no line number; type it as del [LINE]"),
            ("del 0", "0 is no line number; type it as del [LINE]"),
            ("del 1 2", "type it as del [LINE]"),
            ("cash abc", "`abc` is no amount; type it as cash 500"),
            ("cash 500 upi", "`500 upi` is no amount; type it as cash 500"),
            ("cash 1e3", "`1e3` is no amount; type it as cash 500"),
            ("cash 0.001", "0.001 has more than two decimals"),
            ("cash 99999999999999999999", "99999999999999999999 is more than a till can take"),
            ("name", "type it as name John Doe"),
            ("name   ", "type it as name John Doe"),
            ("name a\u{1B}[2J", "that name has a character no receipt can carry"),
            ("name a\u{202E}b", "that name has a character no receipt can carry"),
            ("total 5", "nothing belongs behind that word"),
            ("back all", "nothing belongs behind that word"),
            ("quit now", "nothing belongs behind that word"),
            ("3*", "type it as 3*CODE"),
            ("*", "type it as 3*CODE"),
            ("abc*8901", "`abc` is no quantity; type it as 3*CODE or 0.450*CODE"),
            ("0*8901", "`0` is no quantity; type it as 3*CODE or 0.450*CODE"),
            ("-2*8901", "`-2` is no quantity; type it as 3*CODE or 0.450*CODE"),
            ("0.0001*8901", "0.0001 has more than three decimals"),
            ("1000000*8901", "1000000 is more than a till can sell at once"),
        ])
    func sentences(line: String, sentence: String) {
        let error = #expect(throws: CommandError.self) { try Command.parse(line) }
        #expect(error?.description == sentence)
    }

    @Test("a name has at most 80 characters")
    func longName() throws {
        let longest = String(repeating: "न", count: 80)
        #expect(try Command.parse("name " + longest) != nil)
        let error = #expect(throws: CommandError.self) {
            try Command.parse("name " + longest + "न")
        }
        #expect(error?.description == "a name has at most 80 characters")
    }
}
