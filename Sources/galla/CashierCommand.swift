import ArgumentParser
import Linux
import Settings
import Till

/// The attended till in line mode; without a terminal it reads the same lines as a script.
struct CashierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cashier",
        abstract: "Sell at this terminal, with scanner and printer.",
        discussion: "When stdin is no terminal, its lines are read as a script of the same words.")

    @OptionGroup var shop: ShopOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "usb:, usb:VID:PID, usb:serial=…, usb:port=1-1.2, lp:/dev/usb/lp0, tcp://HOST:9100, "
                + "file:PATH, emulated: or none:",
            valueName: "uri"))
    var printer: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "auto, evdev:by-id/…, evdev:port=1-1.3, usb:VID:PID, serial:/dev/ttyACM0 or stdin; "
                + "may be repeated",
            valueName: "uri"))
    var scanner: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Where other programs reach the till by TCP, like 127.0.0.1:8080.",
            valueName: "addr"))
    var listen: String?

    @Option(name: .long, help: ArgumentHelp("Who sells.", valueName: "name"))
    var cashier: String?

    @Flag(
        name: .long,
        help: "At the end, say how long scans took from the kernel's event to the answer.")
    var measureScans = false

    @Flag(
        name: .long,
        help: "At the end, say how long receipts took from the books to the printer's port.")
    var measureReceipts = false

    func run() throws {
        let settings = try shop.settings()
        let stopwatch = measureScans ? ScanStopwatch() : nil
        let receipts = measureReceipts ? ReceiptStopwatch() : nil
        let session = try TillSession(
            settings: settings, style: try shop.receiptStyle(settings),
            devices: try TillDevices.chosen(printer: printer, scanners: scanner, settings),
            cashier: cashier ?? settings.till.cashier,
            api: try TillAPI.Plan(settings.api, listen: listen), makesBackups: true,
            stopwatch: stopwatch,
            receiptStopwatch: receipts)
        let ledger = try shop.ownLedger(for: "cashier")
        try session.sell(over: ledger, greeting: session.welcome)
        if let report = stopwatch?.report { StandardError.say(report) }
        for line in receipts?.report ?? [] { StandardError.say(line) }
    }
}
