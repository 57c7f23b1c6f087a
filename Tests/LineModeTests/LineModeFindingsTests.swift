import Billing
import LineMode
import Testing

/// Faults that tests found: each test says what a person may rely on since.
@Suite("Found faults of LineMode")
struct LineModeFindingsTests {
    @Test(
        "a typed line never stops the till, however many decimals it has",
        arguments: ["qty 1.11111111111111111111", "0.11111111111111111111*8901"])
    func manyDecimals(line: String) async {
        await #expect(processExitsWith: .success) { [line] in
            #expect(throws: CommandError.self) { try Command.parse(line) }
        }
    }

    @Test(
        "a tab separates a word from what follows as a space does",
        arguments: [
            ("cash\t500", .cash(Money(minorUnits: 500_00))),
            ("qty\t1\t2", .quantity(line: 1, Quantity(pieces: 2))),
            ("phone\t9876543210", .phone("9876543210")),
        ] as [(String, Command)])
    func tabs(line: String, command: Command) throws {
        #expect(try Command.parse(line) == command)
    }

    @Test("a sign does not belong to a line number", arguments: ["del +1", "qty +1 2"])
    func signedLine(line: String) {
        #expect(throws: CommandError.self) { try Command.parse(line) }
    }

    @Test(
        "nothing typed is not quoted back as if it were something",
        arguments: [
            ("price", "type it as price [LINE] 95.50"),
            ("*8901", "type it as 3*CODE or 0.450*CODE"),
        ])
    func missing(line: String, sentence: String) {
        let error = #expect(throws: CommandError.self) { try Command.parse(line) }
        #expect(error?.description == sentence)
    }

    @Test("no row of the help wraps on a console of 80 columns")
    func helpWidth() {
        #expect(Counter.wording.help.filter { $0.text.count > 80 }.map(\.text) == [])
    }
}
