import DeviceEmulation
import Devices
import Linux
import Testing

@Suite("A printer that is drawn")
struct TextPrinterTests {
    @Test(
        "hands over the lines of a job as they were written",
        arguments: [
            ("एक ₹100\nTotal: ₹500\n", ["एक ₹100", "Total: ₹500"]),
            ("a\n\nb", ["a", "", "b"]), ("\n", [""]), ("", []),
        ])
    func lines(text: String, expected: [String]) throws {
        var jobs: [[String]] = []
        let printer = TextPrinter { jobs.append($0) }
        #expect(printer.refresh() == .ready)
        try printer.send(Array(text.utf8), until: EventFlag()) { _ in }
        #expect(jobs == [expected])
    }

    @Test("bytes that are no text are shown as such and harm nothing")
    func noText() throws {
        var shown: [String] = []
        let printer = TextPrinter { shown = $0 }
        try printer.send([0xFF, 0x41, 0x0A], until: EventFlag()) { _ in }
        #expect(shown == ["\u{FFFD}A"])
    }
}
