import Linux

// What drivers over a pipe promise as `PrinterDriver`, done once for all of them.
extension StreamPipe {
    /// Sends all bytes, as `PrinterDriver.send` promises.
    func sendAll(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        var job = StreamJob(self, until: stop)
        do throws(StreamJob.End) {
            try job.send(bytes, report: report)
        } catch {
            throw fault(error, taken: job.bytesTaken)
        }
    }

    /// Sends a question, as `PrinterDriver.ask` promises.
    func sendQuestion(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool {
        var job = StreamJob(self, until: stop)
        do throws(StreamJob.End) {
            try job.send(bytes, within: milliseconds) { _ in }
            return true
        } catch {
            switch error {
            case .late, .stopped: return job.bytesTaken > 0
            case .gone: throw fault(error, taken: 0)
            }
        }
    }

    private func fault(_ end: StreamJob.End, taken: Int) -> PrinterFault {
        switch end {
        case .stopped, .late:
            PrinterFault(bytesTaken: taken, reason: "The job was stopped here.")
        case .gone(let error):
            PrinterFault(bytesTaken: taken, reason: lose(error))
        }
    }
}
