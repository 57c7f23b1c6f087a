package import Printing

extension Wording {
    /// Receipts that wait, as a sentence about the printer.
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
    package func receiptInterrupted(_ job: PrintJob, reason: String) -> Row {
        let next =
            job.isMarked
            ? "It prints again, marked DUPLICATE, when the printer is back."
            : "Nothing of it is on paper; it prints when the printer is back."
        return Row(.notice, "\(Self.title(of: job)): \(reason) \(next)")
    }

    /// What stands in the way of the printer, or soon will, and what to do about it.
    package func printerTrouble(_ trouble: PrinterTrouble, waiting count: Int) -> Row {
        Row(.notice, "Printer: " + sentence(of: trouble, waiting: count))
    }

    /// The printer takes bytes again, or could.
    package func printerMoves(isPrinting: Bool) -> Row {
        Row(.notice, isPrinting ? "Printer: goes on printing." : "Printer: ready to print again.")
    }

    /// How the printer is, in a sentence.
    package func sentence(of printer: KnownPrinter, waiting count: Int) -> String {
        switch printer.state.link {
        case .unknown: return "Nobody has looked for the printer yet. \(Self.clause(count))"
        case .unplugged:
            return (printer.reason ?? "The printer is not there.") + " " + Self.clause(count)
        case .silent, .online: break
        }
        let name = printer.name.isEmpty ? "The printer" : printer.name
        guard let worst = printer.state.worst else {
            let silence = printer.state.link == .silent ? " It says nothing of itself." : ""
            return "\(name) is ready.\(silence) \(Self.clause(count))"
        }
        let first = sentence(of: worst, waiting: count)
        return "\(name): \(first)"
    }

    /// A trouble's sentence; those that a person can end say how, and what waits for it.
    private func sentence(of trouble: PrinterTrouble, waiting count: Int) -> String {
        let what =
            switch trouble {
            case .unrecoverable:
                "it has an error that it cannot end. Switch it off and on; if the error stays, it "
                    + "needs a repair"
            case .cutter: "the cutter is jammed. Open the cover, free the paper, close it"
            case .coverOpen: "the cover is open. Close it"
            case .paperOut: "no paper. Load paper"
            case .overheated: "the print head is too hot. It goes on when it has cooled down"
            case .error: "it has an error. Open its cover and close it, or switch it off and on"
            case .offline: "it is offline. Press its feed button, or switch it off and on"
            case .notAccepting:
                "it takes nothing at the moment and does not say why"
            case .paperNearEnd: "the paper is nearly at its end. Have a new roll ready"
            }
        guard count > 0, trouble.isBlocking else { return what + "." }
        return what + "; " + Self.words(count) + (count == 1 ? " receipt is" : " receipts are")
            + " waiting."
    }

    private static func clause(_ count: Int) -> String {
        guard count > 0 else { return "No receipt is waiting." }
        let words = words(count)
        return words.prefix(1).uppercased() + words.dropFirst()
            + (count == 1 ? " receipt is waiting." : " receipts are waiting.")
    }

    /// A small number as a word.
    private static func words(_ count: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ]
        return count < words.count ? words[count] : String(count)
    }

    /// The till is to end while a receipt stands still.
    package var receiptUnfinished: Row {
        Row(
            .notice,
            "A receipt is half printed: mend the printer and the till ends by itself, or type "
                + "quit again; then it prints at the next start, marked DUPLICATE.")
    }
}
