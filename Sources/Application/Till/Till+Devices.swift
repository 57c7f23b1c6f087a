import Billing
import Devices
import Ledger
import LineMode
import Printing
import Scanning
import Spooler

extension Till {
    mutating func take(_ event: ScannerEvent, at desk: Desk) throws -> [TillEffect] {
        switch event {
        case .scanned(let scan):
            return try self.scan(payload: scan.payload, at: desk)
        case .connected(let scanner):
            return [.show([wording.scannerReady(name: scanner.label, port: scanner.port)])]
        case .disconnected(let scanner):
            return [.show([wording.scannerGone(name: scanner.label, port: scanner.port)])]
        case .discarded(let scanner, let discard):
            let reason = Self.reason(of: discard)
            return [.show([wording.scanLost(name: scanner.label, reason: reason)])]
        case .refused(let scanner, let reason):
            return [.show([wording.scannerRefused(name: scanner.label, reason: reason)])]
        }
    }

    mutating func take(_ news: PrinterNews, at desk: Desk) throws -> [TillEffect] {
        let before = state.queue.printer
        switch news {
        case .ready(let name):
            let waiting = state.queue.pending.count
            let effects = try advance(.printerReady, at: desk)
            guard before != .ready, before != .printing else { return effects }
            return [.show([wording.printerReady(name: name, waiting: waiting)])] + effects
        case .absent(let reason):
            let effects = try advance(.printerAbsent(reason: reason), at: desk)
            guard before != state.queue.printer else { return effects }
            let waiting = state.queue.pending.count
            return [.show([wording.printerAbsent(reason: reason, waiting: waiting)])] + effects
        case .finished(let job):
            state.isStalled = false
            return try advance(.finished(job), at: desk)
        case .failed(let job, let bytesTaken, let reason):
            state.isStalled = false
            let effects = try advance(.failed(job, bytesTaken: bytesTaken), at: desk)
            guard let failed = state.queue.pending.first, failed.id == job else { return effects }
            let row = wording.receiptInterrupted(
                billNumber: failed.billNumber, reason: reason, isMarked: failed.isMarked)
            return [.show([row])] + effects
        case .waiting(let wait):
            return take(wait)
        }
    }

    private mutating func take(_ wait: PrinterWait) -> [TillEffect] {
        state.isStalled = wait != .moving
        let row =
            switch wait {
            case .moving: wording.printerMoves
            case .paperOut: wording.printerWaits(paperOut: true)
            case .notAccepting: wording.printerWaits(paperOut: false)
            }
        return [.show([row])] + endWhileStalled()
    }

    mutating func printReceipt(of bill: Bill, at desk: Desk) throws -> [TillEffect] {
        guard settings.printerName != nil else { return [] }
        let job = try desk.books.addPrintJob(
            forBill: bill.number, at: desk.moment.milliseconds)
        return try advance(.added(job), at: desk)
    }

    /// Prints a bill once more, marked DUPLICATE whatever becomes of the first attempt.
    mutating func printCopy(of bill: Bill, at desk: Desk) throws -> [TillEffect] {
        let job = try desk.books.addReprintJob(
            forBill: bill.number, at: desk.moment.milliseconds)
        return try advance(.added(job), at: desk)
    }

    private mutating func advance(
        _ event: PrintQueue.Event, at desk: Desk
    ) throws -> [TillEffect] {
        var handed: [TillEffect] = []
        for effect in state.queue.apply(event) {
            switch effect {
            case .save(let job):
                try desk.books.save(job, at: desk.moment.milliseconds)
            case .send(let job):
                handed.append(.print(try order(for: job, at: desk)))
            }
        }
        return handed
    }

    private func order(for job: PrintJob, at desk: Desk) throws -> PrintOrder {
        guard let bill = try desk.books.bill(number: job.billNumber) else {
            throw TillError.billMissing(job.billNumber)
        }
        return PrintOrder(job: job.id, bill: bill, isMarked: job.isMarked)
    }

    private static func reason(of discard: ScannerEvent.Discard) -> String {
        switch discard {
        case .eventsLost: "the system was too busy to read all of it"
        case .unplugged: "the cable came out in the middle of it"
        case .timedOut: "its end never came"
        case .malformed: "the scanner sent a part of it that makes no sense"
        case .tooLong: "it is longer than any barcode"
        case .unknownKey(let code): "it has a key (\(code)) that the layout does not know"
        case .unknownNumber(let number): "it has a number (\(number)) that is no character"
        }
    }
}
