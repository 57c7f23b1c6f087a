import Scanning
import Seeds
import Testing

@Suite("Any code, any bytes")
struct ScannedCodeFuzzTests {
    /// An element as it is written, and what the reader must say of it.
    private struct Written {
        let identifier: String
        let value: String
        let meaning: String
        let isFixed: Bool
    }

    private static let lotCharacters = Array(
        "!\"%&'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")

    private func lot(_ random: inout SeededGenerator) -> String {
        String(
            (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Self.lotCharacters[Int.random(in: 0..<Self.lotCharacters.count, using: &random)]
            })
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: width - digits.count) + digits
    }

    private func day(
        _ identifier: String, _ word: String, _ random: inout SeededGenerator
    ) -> Written {
        let (year, month) = (
            Int.random(in: 0...76, using: &random), Int.random(in: 1...12, using: &random)
        )
        let day = Int.random(in: 1...28, using: &random)
        let digits = padded(year, 2) + padded(month, 2) + padded(day, 2)
        return Written(
            identifier: identifier, value: digits,
            meaning: "\(word) 20\(padded(year, 2))-\(padded(month, 2))-\(padded(day, 2))",
            isFixed: true)
    }

    /// A random choice of elements in the order in which `meaning` names them.
    private func elements(_ random: inout SeededGenerator) -> [Written] {
        let batch = lot(&random)
        let serial = lot(&random)
        let count = Int.random(in: 0...99_999_999, using: &random)
        let grams = Int.random(in: 0...999_999, using: &random)
        let price = Int.random(in: 0...999_999, using: &random)
        let all = [
            Written(identifier: "10", value: batch, meaning: "batch " + batch, isFixed: false),
            Written(identifier: "21", value: serial, meaning: "serial " + serial, isFixed: false),
            day("11", "made", &random), day("15", "best", &random), day("17", "expires", &random),
            Written(
                identifier: "30", value: String(count), meaning: "count \(count)", isFixed: false),
            Written(
                identifier: "3103", value: padded(grams, 6), meaning: "grams \(grams)",
                isFixed: true),
            Written(
                identifier: "3932", value: "356" + String(price),
                meaning: "price 356 \(price / 100).\(padded(price % 100, 2))", isFixed: false),
        ]
        return all.filter { _ in Bool.random(using: &random) }
    }

    private func percentEncoded(_ text: String, _ random: inout SeededGenerator) -> String {
        text.utf8.map { byte -> String in
            let isPlain = 0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
            guard !isPlain || random.once(in: 4) else { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        .joined()
    }

    @Test("a random list of elements reads back the same from all three ways of writing it")
    func roundTrip() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5_000 {
            let chosen = elements(&random)
            let meaning = (["08901000000019"] + chosen.map(\.meaning)).joined(separator: " ")
            let article = Written(
                identifier: "01", value: "08901000000019", meaning: "", isFixed: true)
            let list = (chosen + [article]).shuffled(using: &random)
            let string = list.map { element in
                let isEnded = element.isFixed && Bool.random(using: &random)
                return element.identifier + element.value + (isEnded ? "" : "␝")
            }
            let brackets = list.map { "(\($0.identifier))\($0.value)" }.joined()
            let queries = chosen.shuffled(using: &random).map {
                "\($0.identifier)=" + percentEncoded($0.value, &random)
            }
            let link = "https://example.com/01/08901000000019?" + queries.joined(separator: "&")
            for text in ["]C1" + string.joined(), brackets, link] {
                #expect(try ScannedCode.reading(text).meaning == meaning, "seed \(seed): \(text)")
            }
        }
    }

    @Test("100,000 random payloads are a code or a refusal, and a code is harmless to show")
    func anyBytes() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        let starts = [
            "", "", "]C1", "]d2", "]E0", "]E3", "]E4", "(01)", "\u{1D}", "https://x/01/",
            "]C10108901000000019", "(01)8901000000019(", "https://x/01/08901000000019?",
        ].map { Array($0.utf8) }
        let ranges: [ClosedRange<UInt8>] = [0x30...0x39, 0x20...0x7E, 0...255, 0x25...0x3F]
        var read = 0
        for _ in 0..<100_000 {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
            let start = starts[Int.random(in: 0..<starts.count, using: &random)]
            let payload =
                start
                + (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    random.once(in: 12) ? 0x1D : UInt8.random(in: range, using: &random)
                }
            do throws(ScannedCodeError) {
                let code = try ScannedCode(payload: payload, thisYear: 2026)
                read += 1
                if code.meaning.utf8.contains(where: { !(0x20...0x7E ~= $0) }) {
                    Issue.record("seed \(seed): \(payload)")
                }
            } catch {
                if error.description.utf8.count > 600 { Issue.record("seed \(seed): \(payload)") }
            }
        }
        #expect(read > 1_000 && read < 99_000, "seed \(seed)")
    }

    @Test("every prefix of a valid code is a code or a refusal")
    func prefixes() throws {
        let codes = [
            "]C101089010000000191726123110A2\u{1D}3103001500", "(01)08901000000019(10)A2(17)261231",
            "https://example.com/01/08901000000019/10/A%2F2?17=261231",
        ]
        for code in codes.map({ Array($0.utf8) }) {
            for count in 0...code.count {
                do throws(ScannedCodeError) {
                    _ = try ScannedCode(payload: Array(code.prefix(count)), thisYear: 2026)
                } catch {
                    #expect(!error.description.isEmpty)
                }
            }
        }
    }
}
