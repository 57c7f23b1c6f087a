import Linux
import USB

extension USBPrinterConnection {
    /// How many stalls in a row, none of them with a byte taken, are put up with.
    private static let stallsOfPatience = 3

    /// Sends all bytes, one transfer for each 16 KiB, each going on where the last one ended.
    ///
    /// The transfers have no time limit, so that none is ever cut off while the printer works;
    /// only `stop`, the device's going or its refusal ends the job. See `PrinterDriver.send`.
    func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        var watch = PrinterWatch()
        var taken = 0
        var stalls = 0
        while taken < bytes.count {
            let end = min(taken + ClaimedInterface.largestTransferBytes, bytes.count)
            let outcome = interface.send(
                bytes[taken..<end], until: stop, every: PrinterWatch.tickMilliseconds,
                hearing: { report(.heard($0)) }
            ) {
                if let news = watch.ticked(look(until: stop)) { report(.wait(news)) }
                return true
            }
            taken += outcome.transferred
            if outcome.transferred > 0 {
                stalls = 0
                // What a cancelled transfer had taken before it stood still is no movement.
                if outcome.end == .completed, let news = watch.moved() { report(.wait(news)) }
            }
            guard let fault = problem(outcome, taken: taken) else { continue }
            stalls += 1
            guard outcome.end == .failed(.stalled), stalls <= Self.stallsOfPatience,
                clearStall()
            else { throw fault }
        }
    }

    /// Sends a question in one packet, which is taken as a whole or not at all.
    func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool {
        let outcome = interface.send(bytes[...], until: stop, every: milliseconds) { false }
        switch outcome.end {
        case .completed: return true
        case .givenUp, .stopped: return outcome.transferred > 0
        case .failed(.stalled) where clearStall(): return false
        case .failed(let error):
            throw PrinterFault(
                bytesTaken: 0, reason: "\(candidate.name) did not take a question: \(error).")
        }
    }

    /// What the port says: nothing wrong, no paper, or something that it does not name.
    func look(until stop: EventFlag) -> PrinterWait? {
        guard let status = portStatus(until: stop) else { return nil }
        if status.isPaperOut { return .paperOut }
        return status.hasError || !status.isOnline ? .notAccepting : .moving
    }

    private func problem(_ outcome: TransferOutcome, taken: Int) -> PrinterFault? {
        let reason: String
        switch outcome.end {
        case .completed where outcome.transferred > 0: return nil
        case .completed: reason = "it says that it took the data, but took none"
        case .stopped, .givenUp: reason = "the job was stopped here"
        case .failed(let error): reason = error.description
        }
        return PrinterFault(
            bytesTaken: taken, reason: "\(candidate.name) did not take the whole job: \(reason).")
    }

    private func clearStall() -> Bool {
        guard let endpoint = interface.setting.bulkOut else { return false }
        do throws(USBError) {
            try interface.clearHalt(endpoint)
            return true
        } catch {
            // The stall then stands as the reason.
            return false
        }
    }

    /// What the printer says of itself while it takes nothing; nil when it says nothing.
    private func portStatus(until stop: EventFlag) -> PortStatus? {
        guard knowsPortStatus else { return nil }
        do throws(USBError) {
            return try interface.portStatus(until: stop)
        } catch {
            // One that refuses the question, or is silent, is not asked again until it is opened
            // anew; the job goes on without the answer. A stop in between ends the job itself.
            if error != .interrupted { knowsPortStatus = false }
            return nil
        }
    }
}
