import ArgumentParser
import Devices
import Diagnostics
import Linux
import Scanning
import Settings
import SystemPackage
import Terminal

/// Scan once, and the scanner is known.
struct ScannerLearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Scan once: find the scanner and make it known.",
        discussion: """
            All devices that could be a scanner are listened to, without taking them from anybody. \
            The one that sends a burst of keys faster than any person types, or that is no \
            keyboard at all, is the scanner. Then two files are written, each as a whole:

              CONFIG.d/\(LearntFiles.additionName)
                  names the scanner by its serial number, or by its socket if it has none
              \(LearntFiles.rulesPath)
                  marks this very device for udev; another file with --rules, none with --no-rules

            Learning the same scanner again changes nothing. It needs the right to read all input \
            devices: run it with sudo, and stop the till first if it has the scanner.

            EXAMPLES
              sudo galla scanner learn --dry-run     which one is it? nothing is written
              sudo galla scanner learn
            """)

    @OptionGroup var scanners: ScannerOptions

    @Flag(name: .long, help: "Write nothing; show what would be written.")
    var dryRun = false

    @Option(name: .long, help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds"))
    var timeout = 60

    @Option(name: .long, help: ArgumentHelp("The file for the udev rule.", valueName: "file"))
    var rules = LearntFiles.rulesPath

    @Flag(name: .long, help: "Write no udev rule.")
    var noRules = false

    func validate() throws {
        guard (1...3600).contains(timeout) else {
            throw ValidationError("--timeout is 1 to 3600 seconds, not \(timeout).")
        }
        if let refusal = LearntFiles.refusal(ofRules: rules) { throw ValidationError(refusal) }
    }

    func run() throws {
        let settings = try scanners.settings()
        let learnt = try find()
        print("Found: \(learnt.facts); \(learnt.pace).")
        let files = LearntPaths(config: scanners.configPath, rules: noRules ? nil : rules)
        for change in try files.changes(for: learnt, settings) {
            try change.apply(dryRun: dryRun)
        }
        if !dryRun { try check(learnt) }
        advise(learnt, files)
    }

    /// A file behind ours in the order of names may set the list to something else.
    private func check(_ learnt: LearntScanner) throws(Failure) {
        guard try !scanners.settings().scanner.uris.contains(learnt.address) else { return }
        throw Failure(
            .failure,
            "The settings still do not name \(learnt.address): a file behind "
                + "\(LearntFiles.additionName) sets scanner.uris. Add it there.")
    }

    private func find() throws(Failure) -> LearntScanner {
        // What is scanned is also typed at this terminal: a shell must not run it afterwards.
        let quiet = QuietInput(.standardInput)
        defer { withExtendedLifetime(quiet) {} }
        let feed = try ScannerFeed()
        let worker = try feed.start(
            ScannerSetup(matches: [.anything], settings: .standard, manner: .beside))
        defer {
            feed.stop.raise()
            worker.join()
        }
        StandardError.say("galla: scan one barcode with the new scanner (Ctrl-C gives up).")
        return try listen(feed)
    }

    private func listen(_ feed: ScannerFeed) throws(Failure) -> LearntScanner {
        var learner = ScannerLearner()
        let end = Clocks.monotonicNanoseconds() + UInt64(timeout) * 1_000_000_000
        while true {
            let now = Clocks.monotonicNanoseconds()
            if let learnt = learner.expire(at: now) { return learnt }
            guard now < end else { throw Self.nothing(learner, timeout) }
            let next = min(end, learner.deadline ?? end)
            let patience = next > now ? (next - now) / 1_000_000 + 1 : 1
            guard let items = try feed.next(milliseconds: Int32(clamping: patience)) else {
                throw Failure(.failure, "Stopped before anything was scanned; nothing is changed.")
            }
            for item in items {
                if let learnt = learner.take(item.news) { return learnt }
            }
        }
    }

    private static func nothing(_ learner: ScannerLearner, _ timeout: Int) -> Failure {
        let start = "Nothing was scanned in \(timeout) seconds; nothing is changed. "
        guard learner.refusals.isEmpty else {
            return Failure(
                ExitCode(3),
                start + "These could not be listened to: " + learner.refusals.joined(separator: " ")
            )
        }
        guard learner.devices > 0 else {
            return Failure(
                ExitCode(3),
                start
                    + "The kernel has no device that could be a scanner. Plug it in and look with "
                    + "`galla devices`.")
        }
        return Failure(
            ExitCode(3),
            start + "\(learner.devices) devices were listened to. If it beeped, stop the till that "
                + "has it; if it is slow, set its inter-character delay to 0; if it is in another "
                + "mode, `galla devices` shows it.")
    }

    private func advise(_ learnt: LearntScanner, _ files: LearntPaths) {
        if !learnt.hasTerminator {
            print(
                "It sends nothing behind a scan. Set it to send Enter, or write "
                    + "terminator = \"none\" under [scanner].")
        }
        guard !dryRun else { return print("Nothing was written (--dry-run).") }
        print("Next:")
        if files.rules != nil {
            print("  sudo udevadm control --reload")
            print("  sudo udevadm trigger --action=add")
        }
        print("  galla scanner watch \(learnt.address)")
        print("and restart the till.")
    }
}
