import ArgumentParser
import Devices
import Diagnostics
import Linux
import Scanning
import SystemPackage

/// What one scanner sends, into a file.
struct ScannerRecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record what a scanner sends into a file, to be replayed elsewhere.",
        discussion: """
            The scanner that sends first is recorded: its description, the settings it is decoded \
            with, and each event with its time. The file is text that can be read, compared and \
            mailed; docs/recordings.md describes it. It holds what was scanned.

            Until Ctrl-C, or until --scans N. The file grows with each scan; at the end what was \
            found is added to it as what a replay has to find (expect). Change those lines to what \
            it should have been, and the recording is a test.

            EXAMPLES
              galla scanner record counter-2.recording
              galla scanner record counter-2.recording serial:/dev/ttyACM0 --scans 3
            """)

    @OptionGroup var scanners: ScannerOptions

    @Option(name: .long, help: ArgumentHelp("End after so many scans.", valueName: "count"))
    var scans: Int?

    @Argument(
        help: ArgumentHelp("The file to make; one that is there is left alone.", valueName: "file"))
    var file: String

    @Argument(
        help: ArgumentHelp(
            "auto, evdev:…, usb:… or serial:…; those of the settings if none is named.",
            valueName: "uri"))
    var uris: [String] = []

    func run() throws {
        let settings = try scanners.settings()
        let setup = try scanners.setup(uris, settings)
        let target = try create()
        let feed = try ScannerFeed()
        let worker = try feed.start(setup)
        defer {
            feed.stop.raise()
            worker.join()
        }
        StandardError.say("galla: recording into \(file); scan something, Ctrl-C ends.")
        var recorder = ScanRecorder(
            notes: ["Recorded by galla \(Galla.configuration.version)."],
            settings: RecordedSetting.settings(of: setup.settings))
        try record(feed, &recorder, into: target)
        feed.stop.raise()
        worker.join()
        try finish(recorder)
    }

    private func create() throws(Failure) -> OpenDescriptor {
        do throws(Errno) {
            return try OpenDescriptor(
                path: file, .writeOnly, options: [.create, .exclusiveCreate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            guard error == .fileExists else {
                throw Failure(.failure, "The file \(file) cannot be made: \(error).")
            }
            throw Failure(.failure, "\(file) is there already. Name another file, or remove it.")
        }
    }

    private func record(
        _ feed: ScannerFeed, _ recorder: inout ScanRecorder, into target: borrowing OpenDescriptor
    ) throws(Failure) {
        var told = 0
        while let items = try feed.next() {
            var text = ""
            for item in items {
                tell(item.news)
                text += recorder.take(item.news, at: item.time)
            }
            try append(text, to: target)
            if recorder.scans > told, let scan = recorder.recording?.expected?.last {
                told = recorder.scans
                StandardError.say("galla: \(told): \(scan.shown)")
            }
            if let scans, recorder.scans >= scans { return }
        }
    }

    /// Says which scanners are recorded from, and which cannot be: what is scanned before that is lost.
    private func tell(_ news: ScannerNews) {
        switch news {
        case .event(.connected(let scanner)):
            StandardError.say("galla: \(scanner.label) on port \(scanner.port) is ready.")
        case .event(.refused(let scanner, let reason)):
            StandardError.say("galla: \(scanner.label): \(reason)")
        case .event(.disconnected), .event(.scanned), .event(.discarded), .trace: break
        }
    }

    private func append(_ text: String, to target: borrowing OpenDescriptor) throws(Failure) {
        guard !text.isEmpty else { return }
        do throws(Errno) {
            try target.writeAll(Array(text.utf8))
        } catch {
            throw Failure(
                .failure, "\(file) cannot be written to: \(error). What is in it can be used.")
        }
    }

    /// Writes the file anew, with what was found; one without any data is removed.
    private func finish(_ recorder: ScanRecorder) throws(Failure) {
        do throws(Errno) {
            guard let recording = recorder.recording else {
                try ReplacedFile.remove(file)
                throw Errno.noData
            }
            try ReplacedFile.write(Array(recording.text.utf8), to: file)
        } catch {
            guard error != .noData else {
                throw Failure(ExitCode(2), "Nothing was scanned, so \(file) was not kept.")
            }
            throw Failure(
                .failure,
                "\(file) has the events but not what was found in them: \(error).")
        }
        StandardError.say(
            "galla: \(recorder.scans) scans from "
                + "\(recorder.recording?.port.scanner.name ?? "") are in \(file).")
    }
}
