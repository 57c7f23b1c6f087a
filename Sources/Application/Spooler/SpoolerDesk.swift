import Devices
import ESCPOS
import Linux
import Printing
import SystemPackage

/// What the spooler's thread works with: the driver, the talk with its printer, how it has been doing.
struct SpoolerDesk {
    let driver: any PrinterDriver
    let press: any ReceiptPress
    let features: (PrinterIdentity?) -> StatusFeatures
    let times: SpoolerTimes
    let stop: EventFlag
    let bell: DrawerBell
    let deliver: @Sendable (PrinterNews) -> Void
    /// The talk with the printer; nil while it is away.
    var talk: PrinterConversation?
    private var said = PrinterState()
    private var failures = SpoolerFailures()

    init(
        driver: any PrinterDriver, press: any ReceiptPress,
        features: @escaping (PrinterIdentity?) -> StatusFeatures, times: SpoolerTimes,
        stop: EventFlag, bell: DrawerBell, deliver: @escaping @Sendable (PrinterNews) -> Void
    ) {
        self.driver = driver
        self.press = press
        self.features = features
        self.times = times
        self.stop = stop
        self.bell = bell
        self.deliver = deliver
    }

    /// How long to wait for news before `tick`; negative: without limit.
    var restMilliseconds: Int32 {
        let rest = talk?.restMilliseconds ?? driver.restMilliseconds
        return Deadline.earliest(failures.pauseMilliseconds ?? -1, rest)
    }

    /// Looks whether the printer is there and says so.
    mutating func look() {
        failures.endPause()
        switch driver.refresh() {
        case .ready:
            if talk?.openings != driver.openings { meet() }
            if talk != nil { deliver(.ready(name: driver.name)) }
        case .absent(let reason):
            talk = nil
            show(PrinterState(link: .unplugged))
            deliver(.absent(reason: reason))
        }
    }

    /// Does what is due: a pause is over, a question was not answered, the printer is to be asked.
    mutating func tick() {
        if failures.isPauseOver || talk == nil { return look() }
        converse { talk throws(PrinterFault) in
            try talk.hear()
            try talk.tick(isBusy: false)
            try talk.recover()
        }
    }

    /// Takes what the printer said.
    mutating func hear() {
        converse { talk throws(PrinterFault) in try talk.hear() }
        // A driver whose printer hung up knows it by now: a network printer gives no other news.
        if talk != nil, driver.sources.isEmpty, driver.restMilliseconds >= 0 { look() }
    }

    /// Sends an order and says how it ended; after a failure looks where the printer is.
    mutating func print(_ order: PrintOrder) {
        do throws(PrinterFault) {
            try settlePicture()
        } catch {
            return fail(order.job, error)
        }
        let receipt: [UInt8]
        do throws(PressError) {
            receipt = try press.bytes(for: order)
        } catch {
            let fault = PrinterFault(
                bytesTaken: 0, reason: error.description, isPrinters: false)
            return fail(order.job, fault)
        }
        do throws(PrinterFault) {
            let isConfirmed = try send(
                receipt, job: order.job, isRepeat: order.isMarked && order.isRetry)
            failures = SpoolerFailures()
            deliver(.finished(order.job, isConfirmed: isConfirmed))
        } catch {
            fail(order.job, error)
        }
    }

    /// Gives back an order that was not begun, because the till ends.
    func refuse(_ order: PrintOrder) {
        let reason = "The till ended before it was begun."
        deliver(.failed(order.job, bytesTaken: 0, reason: reason, isOwnFault: false))
    }

    /// Says the printer's state where it is another one than was said last.
    mutating func show(_ state: PrinterState) {
        guard state != said else { return }
        said = state
        deliver(.state(state))
    }

    private mutating func meet() {
        press.meet(driver.identity.map { PrinterClues($0) })
        talk = PrinterConversation(
            driver, features(driver.identity), until: stop, times: times)
        converse { talk throws(PrinterFault) in try talk.begin() }
    }

    /// Talks outside of a job; a printer that is gone by now is looked for.
    private mutating func converse(
        _ body: (inout PrinterConversation) throws(PrinterFault) -> Void
    ) {
        guard var talk else { return }
        do throws(PrinterFault) {
            try body(&talk)
            self.talk = talk
            show(talk.dialogue.state)
        } catch {
            self.talk = nil
            if !stop.isRaised { look() }
        }
    }

    private mutating func fail(_ job: PrintJob.ID, _ fault: PrinterFault) {
        deliver(
            .failed(
                job, bytesTaken: fault.bytesTaken, reason: fault.reason,
                isOwnFault: !fault.isPrinters))
        guard !stop.isRaised else { return }
        failures.count(job)
        if failures.pauseMilliseconds == nil {
            look()
        } else {
            deliver(.absent(reason: fault.reason))
        }
    }
}
