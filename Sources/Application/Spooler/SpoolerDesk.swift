import Devices
import Printing
import System

/// What the spooler's thread works with: the driver, and how it has been doing.
struct SpoolerDesk {
    let driver: any PrinterDriver
    let press: any ReceiptPress
    let stop: EventFlag
    let deliver: @Sendable (PrinterNews) -> Void
    private var failures = Failures()

    init(
        driver: any PrinterDriver, press: any ReceiptPress, stop: EventFlag,
        deliver: @escaping @Sendable (PrinterNews) -> Void
    ) {
        self.driver = driver
        self.press = press
        self.stop = stop
        self.deliver = deliver
    }

    /// How long to wait for news before looking again; without limit unless a job keeps failing.
    var retryMilliseconds: Int32 { failures.pauseMilliseconds ?? -1 }

    /// Looks whether the printer is there and says so.
    mutating func look() {
        failures.endPause()
        switch driver.refresh() {
        case .ready: deliver(.ready(name: driver.name))
        case .absent(let reason): deliver(.absent(reason: reason))
        }
    }

    /// Sends an order and says how it ended; after a failure looks where the printer is.
    mutating func print(_ order: PrintOrder) {
        let bytes: [UInt8]
        do throws(PressError) {
            bytes = try press.bytes(for: order)
        } catch {
            fail(order.job, PrinterFault(bytesTaken: 0, reason: error.description))
            return
        }
        do throws(PrinterFault) {
            try driver.send(bytes, until: stop) { deliver(.waiting($0)) }
            failures = Failures()
            deliver(.finished(order.job))
        } catch {
            fail(order.job, error)
        }
    }

    /// Gives back an order that was not begun, because the till ends.
    func refuse(_ order: PrintOrder) {
        let reason = "The till ended before it was begun."
        deliver(.failed(order.job, bytesTaken: 0, reason: reason))
    }

    private mutating func fail(_ job: PrintJob.ID, _ fault: PrinterFault) {
        deliver(.failed(job, bytesTaken: fault.bytesTaken, reason: fault.reason))
        guard !stop.isRaised else { return }
        failures.count(job)
        if failures.pauseMilliseconds == nil {
            look()
        } else {
            deliver(.absent(reason: fault.reason))
        }
    }
}

/// How often one job has failed in a row, so that a printer in trouble is not asked for ever.
///
/// The first failure is looked into at once: the cable may be back already. After that the pauses
/// double from ten seconds to ten minutes; news of the printer ends a pause.
private struct Failures {
    private var job: PrintJob.ID?
    private var inARow = 0
    private var isPausing = false

    mutating func count(_ failed: PrintJob.ID) {
        inARow = failed == job ? inARow + 1 : 1
        job = failed
        isPausing = inARow > 1
    }

    mutating func endPause() {
        isPausing = false
    }

    var pauseMilliseconds: Int32? {
        isPausing ? min(10_000 << min(Int32(inARow) - 2, 6), 600_000) : nil
    }
}
