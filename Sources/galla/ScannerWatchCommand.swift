import ArgumentParser
import Devices
import Diagnostics
import Linux
import Scanning

/// Live: what scanners send and what is made of it.
struct ScannerWatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show scans as they come, with verdicts on how each scanner is set.",
        discussion: """
            Each scan is shown with its text (GS as ␝), its AIM identifier, its pace, the longest \
            pause in it and what ended it. Verdicts follow: ✓ is well, → could be better, ✗ loses \
            or spoils scans until it is changed. What is well is said once for each scanner.

            The scanners are taken as a till takes them: nothing is typed elsewhere meanwhile, and \
            a till that runs must be stopped first. Ctrl-C ends and gives them back.

            EXAMPLES
              galla scanner watch                          scanners of the settings
              galla scanner watch evdev:port=1-1.3 --raw   one scanner, with its key events
              galla scanner watch --json --scans 1         one scan, for a script
            """)

    @OptionGroup var scanners: ScannerOptions

    @Flag(name: .long, help: "Show what comes in before it is decoded, too.")
    var raw = false

    @Flag(name: .long, help: "Print a line of JSON for each event.")
    var json = false

    @Option(name: .long, help: ArgumentHelp("End after so many scans.", valueName: "count"))
    var scans: Int?

    @Argument(
        help: ArgumentHelp(
            "auto, evdev:…, usb:… or serial:…; those of the settings if none is named.",
            valueName: "uri"))
    var uris: [String] = []

    func run() throws {
        let settings = try scanners.settings()
        let setup = try scanners.setup(uris, settings)
        let feed = try ScannerFeed()
        let worker = try feed.start(setup)
        defer {
            feed.stop.raise()
            worker.join()
        }
        StandardError.say("galla: scan something; Ctrl-C ends.")
        try show(feed, setup)
    }

    private func show(_ feed: ScannerFeed, _ setup: ScannerSetup) throws(Failure) {
        var printer = ScannerPrinter(
            settings: setup.settings, showsRaw: raw, asJSON: json)
        while let items = try feed.next() {
            for item in items {
                let isRead = try printer.show(item.news, at: item.time - feed.start)
                if !isRead || scans.map({ printer.scans >= $0 }) == true { return }
            }
        }
    }
}
