package import Devices
package import Printing

/// What the spooler tells the till.
package enum PrinterNews: Hashable, Sendable {
    /// The printer is there; its name is for people.
    case ready(name: String)
    /// The printer is not there; the reason is a sentence.
    case absent(reason: String)
    /// The printer has taken the last byte of a job.
    case finished(PrintJob.ID)
    /// A job ended early, after this many bytes; the reason is a sentence.
    case failed(PrintJob.ID, bytesTaken: Int, reason: String)
    /// The job under way stands still, or moves again.
    case waiting(PrinterWait)
}
