import Billing
import Testing

@Suite("Quantity")
struct QuantityTests {
    @Test(
        "a quantity is read exactly",
        arguments: [
            ("3", 3_000), ("0.450", 450), (".5", 500), ("5.", 5_000), ("0.001", 1),
            ("007", 7_000), ("1.25", 1_250), ("999999.999", 999_999_999),
            ("0000000000000000000000002", 2_000),
        ] as [(String, Int64)])
    func reading(text: String, thousandths: Int64) throws {
        #expect(try Quantity(parsing: text) == Quantity(thousandths: thousandths))
        #expect(try Quantity(parsingStock: text) == Quantity(thousandths: thousandths))
    }

    @Test(
        "a text that is no quantity is refused with the reason",
        arguments: [
            ("", .notAQuantity), (".", .notAQuantity), (" 3", .notAQuantity), ("3 ", .notAQuantity),
            ("-1", .notAQuantity), ("+1", .notAQuantity), ("1e2", .notAQuantity),
            ("1.2.3", .notAQuantity), ("1,000", .notAQuantity), ("3kg", .notAQuantity),
            ("३", .notAQuantity), ("1.a", .notAQuantity), ("\u{0}", .notAQuantity),
            ("0.0001", .tooPrecise), ("1.2345", .tooPrecise), ("0.0000", .tooPrecise),
            ("1000000", .tooLarge), ("999999.9999", .tooPrecise),
            ("99999999999999999999999999", .tooLarge),
        ] as [(String, Quantity.ParseError)])
    func refusing(text: String, reason: Quantity.ParseError) {
        #expect(throws: reason) { try Quantity(parsing: text) }
        #expect(throws: reason) { try Quantity(parsingStock: text) }
    }

    @Test("none is a stock, but nothing that could be sold", arguments: ["0", "0.000", "00", ".0"])
    func zero(text: String) throws {
        #expect(try Quantity(parsingStock: text) == .zero)
        #expect(throws: Quantity.ParseError.notAQuantity) { try Quantity(parsing: text) }
    }

    @Test(
        "a quantity is shown without needless decimals",
        arguments: [
            (0, "0"), (1_000, "1"), (450, "0.45"), (1, "0.001"), (10, "0.01"), (2_500, "2.5"),
            (999_999_999, "999999.999"), (-1_500, "-1.5"), (-2_000, "-2"), (1_000_000, "1000"),
        ] as [(Int64, String)])
    func showing(thousandths: Int64, digits: String) {
        #expect(Quantity(thousandths: thousandths).digits == digits)
    }

    @Test("every quantity that is shown is read back as itself")
    func roundTrip() throws {
        for thousandths in Array(Int64(1)...3_000) + [999_999_999] {
            let quantity = Quantity(thousandths: thousandths)
            #expect(try Quantity(parsing: quantity.digits) == quantity)
        }
    }

    @Test("quantities add, subtract and compare; whole ones are known")
    func arithmetic() {
        let some = Quantity(pieces: 2) + Quantity(thousandths: 500)
        #expect(some == Quantity(thousandths: 2_500))
        #expect(some - Quantity(pieces: 3) == Quantity(thousandths: -500))
        #expect(Quantity.zero < .one && .one < some)
        #expect(Quantity(pieces: 2).isWhole && Quantity.zero.isWhole && !some.isWhole)
    }
}
