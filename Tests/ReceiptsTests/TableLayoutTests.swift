import Receipts
import Testing

@Suite struct TableLayoutTests {
    private func rows(_ table: [TableRow], columns: Int) -> [String] {
        let document = ReceiptDocument([.table(table)])
        return TextRenderer.rows(of: Layout(terminalColumns: columns).receipt(of: document))
    }

    @Test(
        "a name that leaves no room stands on rows of its own",
        arguments: [
            (20, ["Tea   2 × ₹100  ₹200"]),
            (19, ["Tea  2 × ₹100  ₹200"]),
            (18, ["Tea", "    2 × ₹100  ₹200"]),
        ])
    func nameAlone(columns: Int, wanted: [String]) {
        #expect(rows([TableRow("Tea", ["2 × ₹100", "₹200"])], columns: columns) == wanted)
    }

    @Test("a long name wraps at words and its amounts follow")
    func longName() {
        let row = TableRow("Organic Whole Wheat Flour Chakki Fresh", ["1 × ₹60", "₹60"])
        #expect(
            rows([row], columns: 20) == [
                "Organic Whole Wheat", "Flour Chakki Fresh", "        1 × ₹60  ₹60",
            ])
    }

    @Test("a word wider than the paper is cut, nothing of it is lost")
    func longWord() {
        let row = TableRow("Abcdefghijklmnopqrstuvwxyz", ["₹1"])
        #expect(rows([row], columns: 10) == ["Abcdefghij", "klmnopqrst", "uvwxyz", "        ₹1"])
    }

    @Test("amounts end under each other, and so do the prices before them")
    func columnsLineUp() {
        let table = [
            TableRow("A", ["2 × ₹5", "₹10"]), TableRow("B", ["10 × ₹1000", "₹10000"]),
        ]
        #expect(
            rows(table, columns: 24) == ["A        2 × ₹5      ₹10", "B   10 × ₹1000    ₹10000"]
                || rows(table, columns: 24) == [
                    "A         2 × ₹5     ₹10", "B     10 × ₹1000  ₹10000",
                ])
    }

    @Test("cells that do not fit beside each other stand below each other")
    func stacked() {
        let row = TableRow("Rice", ["1000 × ₹10000", "₹10000000"])
        #expect(rows([row], columns: 16) == ["Rice", "   1000 × ₹10000", "       ₹10000000"])
    }

    @Test("on a terminal nothing follows a name whose width terminals disagree on")
    func complexNamesStandAlone() {
        let table = [TableRow("नमक 1 किग्रा", ["1 × ₹28", "₹28"])]
        #expect(
            rows(table, columns: 30) == ["नमक 1 किग्रा", "                  1 × ₹28  ₹28"])
    }

    @Test("a shaped word keeps the room in front of it, and its row the places of the amounts")
    func indent() {
        let word = TextRun("छूट", isBold: false, form: .line)
        let layout = Layout(
            paper: Paper(columns: 20, widthDots: 240), repertoire: Repertoire(resident: []),
            rasters: [word: Raster(width: 30, height: 24)])
        let row = TableRow("  छूट", ["-5"])
        guard
            case .text(let pieces) = layout.receipt(of: ReceiptDocument([.table([row])])).lines[0]
        else {
            Issue.record("no line of text")
            return
        }
        #expect(pieces.map(\.xDots) == [24, 216])
    }
}
