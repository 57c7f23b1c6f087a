import DeviceEmulation
import Devices
import Diagnostics
import Linux
import Scanning
import Synchronization
import Testing

// Method: a keyboard that umockdev serves is recorded while the driver reads it; the recording is
// played through the replay driver, and both must have found the same.
extension ScannerDeviceTests {
    @Suite("What was recorded from a live scanner is what was found")
    struct RecordingLiveTests {
        private let bench = Bench()

        @Test("scans, a loss and a pulled cable replay as they were", .timeLimit(.minutes(1)))
        func replay() async throws {
            let keyboard = bench.make()
            let recorder = Recorder()
            let scanners = try await RunningScanners(
                setup: ScannerSetup(matches: [.tagged]), tap: { recorder.take(.trace($0)) },
                also: { recorder.take(.event($0)) })
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(Bench.identity))
            keyboard.send(Keys.scan("4006381333931"))
            #expect(try await scanners.nextText() == "4006381333931")
            keyboard.with { $0.keysDown = [KeyCode.leftShift] }
            keyboard.send(Keys.scan("12", ending: false) + [Keys.dropped, Keys.report])
            #expect(try await scanners.next() == .discarded(Bench.identity, .eventsLost))
            await keyboard.whenRead()
            keyboard.send(Keys.tap(Keys.enter) + Keys.scan("3"))
            // Shift is held, the kernel says: 3 is the sign above it.
            #expect(try await scanners.nextText() == "#")
            keyboard.send(Keys.scan("89", ending: false))
            await keyboard.whenRead()
            keyboard.unplug()
            bench.tell("remove", keyboard)
            #expect(try await scanners.next() == .discarded(Bench.identity, .unplugged))
            _ = await scanners.finish()

            let recording = try #require(recorder.recording)
            #expect(recording.port.scanner == Bench.identity)
            #expect(
                recording.expected == [
                    .scan(Array("4006381333931".utf8)), .discard("events-lost"),
                    .scan([UInt8(ascii: "#")]), .discard("unplugged"),
                ])
            let read = try Recording(text: Array(recording.text.utf8))
            #expect(try read.outcomes(settings: .standard) == recording.expected)
        }

        @Test("the keyboard that scans is learnt, and none is taken", .timeLimit(.minutes(1)))
        func learn() async throws {
            let person = bench.make(MockPlace(port: "1-2", serial: nil))
            let scanner = bench.make()
            let (found, learnt) = AsyncStream<LearntScanner>.makeStream()
            let learner = Mutex(ScannerLearner())
            let scanners = try await RunningScanners(
                setup: ScannerSetup(matches: [.anything], manner: .beside),
                tap: { trace in
                    if let scanner = learner.withLock({ $0.take(.trace(trace)) }) {
                        learnt.yield(scanner)
                    }
                })
            bench.tell("add", person)
            bench.tell("add", scanner)
            _ = try await scanners.next()
            _ = try await scanners.next()
            // Five keys, however fast, are no scan.
            person.send(Keys.scan("12345"))
            await person.whenRead()
            scanner.send(Keys.scan("4006381333931"))
            var answers = found.makeAsyncIterator()
            let answer = try #require(await answers.next())
            #expect(answer.port.scanner == Bench.identity)
            #expect(answer.address == "evdev:serial=19B1")
            #expect(!person.with { $0.isGrabbed } && !scanner.with { $0.isGrabbed })
            _ = await scanners.finish()
        }

        /// A recorder that the driver's thread writes to.
        private final class Recorder: Sendable {
            private let state = Mutex(ScanRecorder(notes: [], settings: []))

            var recording: Recording? { state.withLock { $0.recording } }

            func take(_ news: ScannerNews) {
                state.withLock { _ = $0.take(news, at: Clocks.monotonicNanoseconds()) }
            }
        }
    }
}
