extension Wording {
    /// Receipts that wait, as the end of a sentence about the printer.
    package func waiting(_ count: Int) -> String {
        switch count {
        case 0: "No receipt waits."
        case 1: "One receipt waits and prints by itself."
        default: "\(count) receipts wait and print by themselves."
        }
    }

    /// The printer is not there.
    package func printerAbsent(reason: String, waiting count: Int) -> Row {
        Row(.notice, "Printer: \(reason) Selling goes on. \(waiting(count))")
    }

    /// The printer came, or came back.
    package func printerReady(name: String, waiting count: Int) -> Row {
        let rest = count == 0 ? "" : " \(waiting(count))"
        return Row(.notice, "Printer ready: \(name).\(rest)")
    }

    /// A receipt that ended early; the next attempt is marked or not.
    package func receiptInterrupted(billNumber: String, reason: String, isMarked: Bool) -> Row {
        let next =
            isMarked
            ? "It prints again, marked DUPLICATE, when the printer is back."
            : "Nothing of it is on paper; it prints when the printer is back."
        return Row(.notice, "Receipt of \(billNumber): \(reason) \(next)")
    }

    /// The printer takes nothing at the moment.
    package func printerWaits(paperOut: Bool) -> Row {
        Row(
            .notice,
            paperOut
                ? "Printer: no paper. Load a roll; the receipt goes on by itself."
                : "Printer: it takes nothing at the moment; the receipt goes on by itself.")
    }

    /// The printer takes bytes again.
    package var printerMoves: Row { Row(.notice, "Printer: goes on printing.") }

    /// The till is to end while a receipt stands still.
    package var receiptUnfinished: Row {
        Row(
            .notice,
            "A receipt is half printed: mend the printer and the till ends by itself, or type "
                + "quit again; then it prints at the next start, marked DUPLICATE.")
    }

    /// A scanner came.
    package func scannerReady(name: String, port: String) -> Row {
        Row(.notice, "Scanner ready: \(name) on port \(port).")
    }

    /// A scanner went.
    package func scannerGone(name: String, port: String) -> Row {
        Row(.notice, "Scanner unplugged: \(name) on port \(port). Codes can be typed meanwhile.")
    }

    /// Part of a scan was thrown away.
    package func scanLost(name: String, reason: String) -> Row {
        Row(.refusal, "A scan of \(name) was lost: \(reason). Scan it again; nothing was added.")
    }

    /// A scanner is there and cannot be used.
    package func scannerRefused(name: String, reason: String) -> Row {
        Row(.notice, "Scanner \(name) cannot be used: \(reason)")
    }
}
