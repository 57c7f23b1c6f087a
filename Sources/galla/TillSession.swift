import ArgumentParser
import Billing
import DeviceEmulation
import Devices
import ESCPOS
import Exchange
import Ledger
import LineMode
import Linux
import Receipts
import Screens
import Settings
import Spooler
import SystemPackage
import Till

/// One till from its first row to its last: threads made, joined and let go.
final class TillSession {
    private let settings: ShopSettings
    private let style: ReceiptStyle
    private let devices: TillDevices
    private let cashier: String
    /// How other programs reach the till; nil when they do not.
    private let api: TillAPI.Plan?
    /// Which backups are made while it sells; nil for none.
    private let backups: ((String) -> DailyBackups)?
    /// Measures scans, if that was asked for.
    private let stopwatch: ScanStopwatch?
    /// Measures receipts, if that was asked for.
    private let receiptStopwatch: ReceiptStopwatch?
    private let surface: Surface
    private let isAttended: Bool
    /// Where shoppers serve themselves; nil where they do not.
    private let kiosk: KioskStage?
    private let inbox: Inbox
    private let stop: EventFlag

    /// Prepares a session on the process's terminal or pipe; nothing is opened yet.
    init(
        settings: ShopSettings, style: ReceiptStyle, devices: TillDevices, cashier: String,
        isAttended: Bool = true, kiosk: KioskStage? = nil, api: TillAPI.Plan? = nil,
        makesBackups: Bool = false,
        stopwatch: ScanStopwatch? = nil,
        receiptStopwatch: ReceiptStopwatch? = nil
    ) throws(Failure) {
        self.settings = settings
        self.style = style
        self.stopwatch = stopwatch
        self.receiptStopwatch = receiptStopwatch
        self.api = api
        backups =
            makesBackups && settings.backup.isDaily ? { DailyBackups(settings, of: $0) } : nil
        self.isAttended = isAttended
        self.kiosk = kiosk
        self.devices = devices
        self.cashier = cashier
        do throws(Errno) {
            surface = kiosk == nil ? try Surface() : Surface(withoutTerminal: ())
            inbox = try Inbox()
            stop = try EventFlag()
        } catch {
            throw .failed(error)
        }
    }

    /// The first row of an attended till.
    var welcome: [Row] {
        [
            Row(
                .heading,
                "Galla   \(settings.shop.name)   till \(settings.till.number)   \(cashier)"),
            Row(.plain, "Scan, or type a code. help shows the words; quit ends."),
        ]
    }

    /// Sells until the input ends or `quit`; returns when everything has been given back.
    func sell(over ledger: Ledger, greeting: [Row]) throws(Failure) {
        let clock = try settings.clock()
        do {
            try TerminationSignals.watch { [inbox] in inbox.post(.shutdown) }
            let (till, resumed) = try Till.open(
                ledger: ledger, settings: tillSettings, clock: clock)
            surface.screen.show(greeting + resumed)
            let served = try serve(over: ledger, clock: clock)
            defer { served?.stop() }
            let watch = backups.map { BackupWatch($0(ledger.folder), clock: clock) }
            let watching = try watch?.start(until: stop, into: inbox)
            defer {
                stop.raise()
                watching?.join()
            }
            try run(till, served, folder: ledger.folder)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .failed(error)
        }
    }

    private func serve(over ledger: Ledger, clock: ShopClock) throws(Failure) -> TillAPI? {
        guard let api else { return nil }
        let served = try TillAPI.start(
            api, folder: ledger.folder, inbox: inbox, clock: clock, phoneRule: settings.phone)
        surface.screen.show(served.notices.map { Row(.notice, $0) })
        return served
    }

    private func run(_ till: Till, _ served: TillAPI?, folder: String) throws {
        let spooler = try startPrinter(folder: folder)
        let scanners = try startScanners()
        let report = ServiceReport()
        let display = try kiosk?.screen.display { [inbox] error in
            StandardError.say("The screen cannot be drawn on: \(error). The kiosk ends.")
            inbox.post(.shutdown)
        }
        let keypad = try kiosk?.startKeypad(into: inbox, until: stop)
        let hands = TillHands(
            show: { [surface] rows, prompt in
                surface.screen.show(rows, prompt: prompt)
                served?.publish(rows, prompt)
            },
            look: look(served, display, report),
            print: { [receiptStopwatch] order in
                receiptStopwatch?.handed(order)
                spooler?.submit(order)
            },
            openDrawer: { spooler?.openDrawer() },
            close: { [stop] in
                stop.raise()
                spooler?.stop()
                for scanner in scanners { scanner.join() }
                keypad?.join()
            },
            answered: measure,
            committed: noteCommit, pulse: report?.pulse)
        let syncer = try LogSyncer(
            sync: { [ledger = till.ledger] in try ledger.syncLogAside() },
            tell: { [inbox] in inbox.wake() })
        let loop = try Worker(name: "galla-till") { [inbox] in
            var loop = TillLoop(
                till: till, inbox: inbox, hands: hands, tally: served?.tally, syncer: syncer)
            loop.run()
        }
        if let kiosk {
            inbox.post(.begun)
            if kiosk.readsInput {
                surface.readScript(until: stop) { [inbox] in kiosk.take($0, into: inbox) }
                inbox.post(.inputEnded)
            }
        }
        if isAttended {
            surface.readLines(into: inbox, until: stop)
            inbox.post(.inputEnded)
        }
        loop.join()
        report?.stopping()
        display?.close()
    }

    /// What sees how things stand: a kiosk's screen, the system, those who listen to the API.
    private func look(
        _ served: TillAPI?, _ display: (any KioskDisplay)?, _ report: ServiceReport?
    ) -> (@Sendable (TillView, TillView?) -> Void)? {
        guard display != nil || report != nil else { return served?.look }
        let others = served?.look
        return { view, earlier in
            if let page = view.page, page != earlier?.page { display?.show(page) }
            report?.look(view, earlier)
            others?(view, earlier)
        }
    }

    /// What hears of answered batches; nil when nobody measures.
    private var measure: (@Sendable ([TillEvent]) -> Void)? {
        guard let stopwatch else { return nil }
        return { batch in stopwatch.answered(batch) }
    }

    /// What hears of commits; nil when nobody measures.
    private var noteCommit: (@Sendable () -> Void)? {
        guard let receiptStopwatch else { return nil }
        return { receiptStopwatch.committed() }
    }

    private func startPrinter(folder: String) throws -> Spooler? {
        let address = devices.printer
        // The printer that this till takes is given back when it ends; what an earlier one was
        // killed with is given back now.
        if devices.usbPrinter == nil { _ = StrandedPrinters.giveBack() }
        guard address != .none else { return nil }
        let screen = surface.screen
        let receiptStopwatch = receiptStopwatch
        let choice = try ProfileChoice(for: settings.printer)
        let spooler = try Spooler()
        try spooler.start(
            driver: { () throws(DeviceError) in
                let show = { screen.show(PaperFrame.rows($0)) }
                guard let driver = try address.makeDriver(show: show) else {
                    throw DeviceError("There is no printer at \(address).")
                }
                return receiptStopwatch.map { MeasuredPrinter(driver, $0) } ?? driver
            },
            press: pressMaker(choice, folder: folder),
            features: settings.statusFeatures(of: choice),
            deliver: { [inbox] in inbox.post(.printer($0)) })
        return spooler
    }

    private func pressMaker(
        _ choice: ProfileChoice, folder: String
    ) -> @Sendable () -> any ReceiptPress {
        let style = style
        let beeps = settings.printer.beeps
        let log = settings.printer.logoMemory == .auto ? folder + "/printer-pictures" : nil
        guard devices.printer == .emulated else {
            let screen = surface.screen
            return {
                ESCPOSPress(
                    template: style.template, logo: style.logo,
                    choose: { choice.profile(for: $0) },
                    report: { screen.show([Row(.notice, $0)]) }, beeps: beeps, pictureLog: log)
            }
        }
        let columns = settings.printer.columns ?? 48
        return { TextPress(template: style.template, columns: columns) }
    }

    private func startScanners() throws -> [Worker] {
        let screen = surface.screen
        let scanners = try TillScanners(
            devices.scanners, setup: try devices.scannerSetup(settings.scanner))
        return try scanners.start(
            until: stop, deliver: { [inbox] in inbox.post(.scanner($0)) },
            fail: { screen.show([Row(.notice, "Scanners cannot be used: \($0)")]) })
    }

    private var tillSettings: TillSettings {
        TillSettings(
            series: BillSeries(
                till: settings.till.number, yearStartMonth: settings.shop.yearStartMonth),
            cashier: cashier, phoneRule: settings.phone, currency: settings.shop.currency,
            printerName: devices.printer == .none ? nil : "\(devices.printer)",
            terms: settings.terms,
            rules: CounterRules(
                mrp: kiosk != nil && settings.billing.mrp == .ask ? .lowest : settings.billing.mrp,
                sellsBelowZero: settings.billing.sellsBelowZero,
                addsProducts: kiosk == nil && settings.billing.addsProducts,
                opensDrawer: settings.till.opensDrawer),
            payment: PaymentSettings(
                upiPayee: settings.payment.upiPayee, cash: settings.payment.cash,
                creditLimit: settings.payment.creditLimit),
            codeRules: settings.scanner.codes,
            queueRules: settings.printer.queue,
            papers: PaperRules(
                heldBills: settings.printer.printsHeldBills,
                upiCodes: settings.printer.printsUPICodes),
            kiosk: kiosk?.settings, cartKey: settings.kiosk.cartKey)
    }
}
