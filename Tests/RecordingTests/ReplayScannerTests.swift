import DeviceEmulation
import Devices
import Diagnostics
import Linux
import Scanning
import Synchronization
import Testing

/// The driver that does again what a recording says.
struct ReplayScannerTests {
    @Test("recording a replay gives the recording again", arguments: Fixture.all)
    func recordedAgain(_ fixture: Fixture) throws {
        let recording = try fixture.recording()
        var recorder = ScanRecorder(notes: recording.notes, settings: recording.settings)
        var text = ""
        var now: UInt64 = 0
        try fixture.play { trace, event in
            if let trace {
                now = max(now, trace.time)
                text += recorder.take(.trace(trace), at: now)
            } else if let event {
                text += recorder.take(.event(event), at: now)
            }
        }
        var again = try #require(recorder.recording)
        #expect(again.expected == recording.expected)
        #expect(again.events.map(\.what) == recording.events.map(\.what))
        #expect(again.port == recording.port)
        // What was written while it happened is a whole recording, without what was found.
        again.expected = nil
        #expect(try Recording(text: Array(text.utf8)) == again)
    }

    @Test("a speed divides the times, and max waits for nothing")
    func speeds() {
        #expect(ReplaySpeed("max") == .unlimited)
        #expect(ReplaySpeed("10")?.due(at: 5000) == 500_000)
        #expect(ReplaySpeed("0.5")?.due(at: 5000) == 10_000_000)
        #expect(ReplaySpeed("max")?.due(at: 5000) == nil)
        for text in ["", "0", "-1", "fast", "nan", "inf", "0.001", "10001"] {
            #expect(ReplaySpeed(text) == nil)
        }
    }

    @Test("a stop ends a replay in the middle of a long wait, and the driver with it")
    func stops() throws {
        let fixture = try Fixture.named("us-enter")
        let replay = try ReplayScanner(
            fixture.recording(), settings: fixture.settings(), speed: .times(0.01))
        let stop = try EventFlag()
        let connected = try EventFlag()
        let scans = Mutex(0)
        let worker = try Worker(name: "replay") {
            do throws(DeviceError) {
                try replay.run(until: stop) { event in
                    if case .connected = event { connected.raise() }
                    if case .scanned = event { scans.withLock { $0 += 1 } }
                }
            } catch {
                Issue.record(error)
            }
        }
        connected.wait()
        stop.raise()
        worker.join()
        #expect(scans.withLock { $0 } == 0)
    }

    @Test("at a speed the first scan comes no earlier than its time")
    func pace() throws {
        let fixture = try Fixture.named("us-enter")
        let replay = try ReplayScanner(
            fixture.recording(), settings: fixture.settings(), speed: .times(20))
        let start = Clocks.monotonicNanoseconds()
        var first: UInt64?
        replay.play(until: try EventFlag(), tap: nil) { event in
            if case .scanned(let scan) = event, first == nil { first = scan.finishedAt - start }
        }
        // The first scan ends after 904 ms: 800 before it, 26 steps of 4. Times are waited for to
        // the millisecond.
        #expect(try #require(first) >= 44_000_000)
    }

    @Test("a file that is no recording is refused with its name and line")
    func noRecording() {
        let error = #expect(throws: DeviceError.self) { try RecordingFile.read(#filePath) }
        #expect(error?.description.hasPrefix(#filePath + ":1: ") == true)
        #expect(throws: DeviceError.self) { try RecordingFile.read("/nonexistent") }
        #expect(throws: DeviceError.self) { try RecordingFile.read("/dev/zero") }
    }
}

extension ScannerTrace {
    /// When it happened.
    fileprivate var time: UInt64 {
        switch self {
        case .opened(_, let time), .closed(_, let time), .held(_, _, let time),
            .report(_, _, let time), .bytes(_, _, let time):
            time
        case .key(_, let event): event.time
        }
    }
}
