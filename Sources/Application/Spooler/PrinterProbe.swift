package import Devices
package import ESCPOS
import Linux
package import Printing
package import SystemPackage

/// Looks at a printer that no till is using, for a command that tells how it is.
package enum PrinterProbe {
    /// What the printer says of itself within the time of a few questions; it is let go afterwards.
    ///
    /// Never waits longer than `longest` (milliseconds) for a printer that does not answer: it is
    /// `silent` then.
    package static func look(
        at driver: any PrinterDriver, features: (PrinterIdentity?) -> StatusFeatures,
        longest: Int32 = 6_000
    ) throws(Errno) -> KnownPrinter {
        if case .absent(let reason) = driver.refresh() {
            return KnownPrinter(
                name: driver.name, state: PrinterState(link: .unplugged), reason: reason)
        }
        let stop = try EventFlag()
        var talk = PrinterConversation(
            driver, features(driver.identity), until: stop, times: SpoolerTimes())
        do throws(PrinterFault) {
            try talk.begin()
            let end = Deadline(milliseconds: longest)
            while talk.dialogue.isAsking, !end.isOver {
                try wait(for: driver, talk, end)
                try talk.hear()
                if talk.dialogue.isAsking { try talk.tick(isBusy: false) }
            }
        } catch {
            return KnownPrinter(
                name: driver.name, state: PrinterState(link: .unplugged), reason: error.reason)
        }
        return KnownPrinter(name: driver.name, state: talk.dialogue.state)
    }

    private static func wait(
        for driver: any PrinterDriver, _ talk: PrinterConversation, _ end: Deadline
    ) throws(PrinterFault) {
        var set = PollSet()
        for source in driver.sources where source.news == .words {
            set.add(source.descriptor, source.isForRoom ? .room : .input)
        }
        do throws(Errno) {
            _ = try set.wait(
                milliseconds: Deadline.earliest(talk.restMilliseconds, end.remaining))
        } catch {
            throw PrinterFault(
                bytesTaken: 0, reason: "The system cannot wait for the printer: \(error).")
        }
    }
}
