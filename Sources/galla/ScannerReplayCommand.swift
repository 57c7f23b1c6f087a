import ArgumentParser
import DeviceEmulation
import Devices
import Diagnostics
import Linux
import Scanning

/// A recording, shown as if it happened now.
struct ScannerReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Show what `watch` would have shown when a recording was made.",
        discussion: """
            The recording goes through the decoders that live scanners use, with the settings that \
            it names, or with this shop's where it names none. Where it says what has to be found \
            (expect), the end says whether it was, and the exit code is 1 if not.

            A till sells from a recording with --scanner replay:FILE.

            EXAMPLES
              galla scanner replay counter-2.recording
              galla scanner replay counter-2.recording --speed max --raw
            """)

    @OptionGroup var scanners: ScannerOptions

    @Option(
        name: .long,
        help: ArgumentHelp("How many times as fast as it happened, or max.", valueName: "factor"))
    var speed = "1"

    @Flag(name: .long, help: "Show what came in before it was decoded, too.")
    var raw = false

    @Flag(name: .long, help: "Print a line of JSON for each event.")
    var json = false

    @Argument(help: ArgumentHelp("The recording.", valueName: "file"))
    var file: String

    func validate() throws {
        guard ReplaySpeed(speed) != nil else {
            throw ValidationError("--speed is max or a number from 0.01 to 10000, not \(speed).")
        }
    }

    func run() throws {
        let shop = try scanners.settings()
        let recording = try read()
        let settings = try RecordedSettings.scanSettings(of: recording, file: file, shop: shop)
        let replay = try driver(recording, settings)
        let feed = try ScannerFeed()
        let worker = try feed.start { [feed] () throws(DeviceError) in
            replay.play(until: feed.stop, tap: { feed.post(.trace($0)) }) { feed.post(.event($0)) }
        }
        defer {
            feed.stop.raise()
            worker.join()
        }
        var found: [ExpectedOutcome] = []
        guard try show(feed, settings, &found) else { return }
        try compare(found, with: recording.expected)
    }

    private func read() throws(Failure) -> Recording {
        do throws(DeviceError) {
            return try RecordingFile.read(file)
        } catch {
            throw .failed(error)
        }
    }

    private func driver(
        _ recording: Recording, _ settings: ScanSettings
    ) throws(Failure) -> ReplayScanner {
        do throws(DeviceError) {
            return try ReplayScanner(
                recording, settings: settings, speed: ReplaySpeed(speed) ?? .recorded)
        } catch {
            throw .failed(error)
        }
    }

    /// Shows all of it; false when it was stopped before its end.
    private func show(
        _ feed: ScannerFeed, _ settings: ScanSettings, _ found: inout [ExpectedOutcome]
    ) throws(Failure) -> Bool {
        var printer = ScannerPrinter(
            settings: settings, showsRaw: raw, asJSON: json)
        while let items = try feed.next() {
            for item in items {
                if case .event(let event) = item.news, let outcome = ExpectedOutcome(event) {
                    found.append(outcome)
                }
                guard try printer.show(item.news, at: item.time - feed.start) else {
                    return false
                }
            }
        }
        return !feed.stop.isRaised
    }

    private func compare(
        _ found: [ExpectedOutcome], with expected: [ExpectedOutcome]?
    ) throws(Failure) {
        guard let expected else { return }
        guard found != expected else {
            return StandardError.say("galla: found all \(found.count) that the recording expects.")
        }
        let place = zip(found, expected).prefix { $0 == $1 }.count
        let wanted = place < expected.count ? expected[place].shown : "nothing more"
        let got = place < found.count ? found[place].shown : "nothing more"
        throw Failure(
            .failure, "Outcome \(place + 1) of \(file) should be \(wanted) and is \(got).")
    }
}
