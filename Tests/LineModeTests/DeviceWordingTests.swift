import LineMode
import Printing
import Testing

@Suite("Devices in words")
struct DeviceWordingTests {
    private let wording = Counter.wording

    @Test(
        "how many receipts wait is said in a sentence",
        arguments: [
            (0, "No receipt waits."), (1, "One receipt waits and prints by itself."),
            (2, "2 receipts wait and print by themselves."),
        ])
    func waiting(count: Int, sentence: String) {
        #expect(wording.waiting(count) == sentence)
    }

    @Test("a printer that goes says that selling goes on; one that comes says what it prints first")
    func presence() {
        #expect(
            wording.printerAbsent(reason: "It is unplugged.", waiting: 1)
                == Row(
                    .notice,
                    "Printer: It is unplugged. Selling goes on. "
                        + "One receipt waits and prints by itself."))
        #expect(
            wording.printerReady(name: "TM-T20", waiting: 0)
                == Row(.notice, "Printer ready: TM-T20."))
        #expect(
            wording.printerReady(name: "TM-T20", waiting: 2)
                == Row(
                    .notice,
                    "Printer ready: TM-T20. 2 receipts wait and print by themselves."))
    }

    @Test("an interrupted receipt says whether it will be marked")
    func interrupted() {
        let say = { (isMarked: Bool) in
            wording.receiptInterrupted(
                PrintJob(
                    id: PrintJob.ID(1), subject: "BILL-2601000001", createdAt: 0,
                    state: isMarked ? .uncertain : .queued), reason: "It was unplugged.")
        }
        #expect(
            say(true)
                == Row(
                    .notice,
                    "Receipt of BILL-2601000001: It was unplugged. "
                        + "It prints again, marked DUPLICATE, when the printer is back."))
        #expect(
            say(false)
                == Row(
                    .notice,
                    "Receipt of BILL-2601000001: It was unplugged. "
                        + "Nothing of it is on paper; it prints when the printer is back."))
    }

    @Test("a printer that stands still says what it needs")
    func standstill() {
        #expect(
            wording.printerTrouble(.paperOut, waiting: 2)
                == Row(.notice, "Printer: no paper. Load paper; two receipts are waiting."))
        #expect(
            wording.printerTrouble(.coverOpen, waiting: 1)
                == Row(.notice, "Printer: the cover is open. Close it; one receipt is waiting."))
        #expect(
            wording.printerTrouble(.paperOut, waiting: 0)
                == Row(.notice, "Printer: no paper. Load paper."))
        #expect(
            wording.printerTrouble(.notAccepting, waiting: 0).text
                .hasPrefix("Printer: it takes nothing"))
        #expect(
            wording.printerMoves(isPrinting: true) == Row(.notice, "Printer: goes on printing."))
    }

    @Test("every trouble has a sentence that says what to do", arguments: PrinterTrouble.allCases)
    func everyTrouble(_ trouble: PrinterTrouble) {
        let row = wording.printerTrouble(trouble, waiting: 3)
        #expect(row.text.hasPrefix("Printer: ") && row.text.hasSuffix("."))
        #expect(row.text.contains("three receipts are waiting") == trouble.isBlocking)
    }

    @Test(
        "the printer's state is one sentence, with what waits for it",
        arguments: [
            (KnownPrinter(), 0, "Nobody has looked for the printer yet. No receipt is waiting."),
            (
                KnownPrinter(
                    name: "TM", state: PrinterState(link: .unplugged), reason: "It is unplugged."),
                1, "It is unplugged. One receipt is waiting."
            ),
            (
                KnownPrinter(name: "TM", state: PrinterState(link: .online)), 0,
                "TM is ready. No receipt is waiting."
            ),
            (
                KnownPrinter(name: "TM", state: PrinterState(link: .silent)), 11,
                "TM is ready. It says nothing of itself. 11 receipts are waiting."
            ),
            (
                KnownPrinter(
                    name: "TM",
                    state: PrinterState(link: .online, troubles: [.paperOut, .coverOpen])),
                2, "TM: the cover is open. Close it; two receipts are waiting."
            ),
        ] as [(KnownPrinter, Int, String)])
    func status(printer: KnownPrinter, waiting: Int, sentence: String) {
        #expect(wording.sentence(of: printer, waiting: waiting) == sentence)
    }

    @Test("a till that ends while a receipt stands still says both ways on")
    func unfinished() {
        let row = wording.receiptUnfinished
        #expect(row.tone == .notice)
        #expect(row.text.contains("mend the printer and the till ends by itself"))
        #expect(row.text.contains("quit again"))
        #expect(row.text.contains("marked DUPLICATE"))
    }

    @Test("scanners are named with their port, and a lost scan says that nothing was added")
    func scanners() {
        #expect(
            wording.scannerReady(name: "Honeywell", port: "1-1.2")
                == Row(.notice, "Scanner ready: Honeywell on port 1-1.2."))
        #expect(
            wording.scannerGone(name: "Honeywell", port: "1-1.2")
                == Row(
                    .notice,
                    "Scanner unplugged: Honeywell on port 1-1.2. Codes can be typed meanwhile."))
        #expect(
            wording.scanLost(name: "Honeywell", reason: "it was too long")
                == Row(
                    .refusal,
                    "A scan of Honeywell was lost: it was too long. "
                        + "Scan it again; nothing was added."))
        #expect(
            wording.scannerRefused(name: "Honeywell", reason: "permission denied.")
                == Row(.notice, "Scanner Honeywell cannot be used: permission denied."))
    }

    @Test("the help's meanings stand in one column, and every word is there once")
    func help() {
        let rows = wording.help
        #expect(rows.first?.tone == .heading)
        let words = rows.dropFirst().map { $0.text.split(separator: " ").first ?? "" }
        for word in ["qty", "price", "del", "phone", "name", "total", "cash", "void", "quit"] {
            #expect(words.filter { $0 == word }.count == 1, "\(word)")
        }
        let starts = rows.dropFirst().map { row in
            row.text.dropFirst(2).firstRange(of: "   ").map { range in
                row.text[range.lowerBound...].prefix { $0 == " " }.endIndex.utf16Offset(
                    in: row.text)
            }
        }
        #expect(Set(starts).count == 1)
    }
}
