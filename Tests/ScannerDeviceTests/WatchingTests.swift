import Devices
import Scanning
import Synchronization
import Testing

extension ScannerDeviceTests {
    @Suite("Who watches sees everything, and lanes have names")
    struct WatchingTests {
        private let bench = Bench()

        /// What a tap was shown, in order.
        private final class Tape: Sendable {
            let traces = Mutex<[ScannerTrace]>([])

            func take(_ trace: ScannerTrace) { traces.withLock { $0.append(trace) } }
        }

        @Test("a tap sees the port, every key with its marks, and the end", .timeLimit(.minutes(1)))
        func tap() async throws {
            let keyboard = bench.make()
            let tape = Tape()
            let scanners = try await RunningScanners(
                setup: ScannerSetup(matches: [.tagged]), tap: { tape.take($0) })
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(Bench.identity))
            keyboard.send(Keys.scan("7"))
            #expect(try await scanners.nextText() == "7")
            #expect(await scanners.finish() == [])
            let traces = tape.traces.withLock { $0 }
            guard case .opened(let port, _) = traces.first, case .closed(let last, _) = traces.last
            else {
                Issue.record("the tape begins or ends otherwise: \(traces)")
                return
            }
            #expect(port == last && port.scanner == Bench.identity && port.way == .keyboard)
            #expect(port.node == keyboard.place.node && port.detail == .keys(Array(1...120)))
            let keys = traces.compactMap { trace -> [Int]? in
                guard case .key(_, let event) = trace else { return nil }
                return [Int(event.type), Int(event.code), Int(event.value)]
            }
            // KEY_7 and KEY_ENTER, down and up, each with its report.
            #expect(
                keys == [
                    [1, 8, 1], [0, 0, 0], [1, 8, 0], [0, 0, 0],
                    [1, 28, 1], [0, 0, 0], [1, 28, 0], [0, 0, 0],
                ])
        }

        @Test("who listens beside others grabs nothing and hears all", .timeLimit(.minutes(1)))
        func beside() async throws {
            let person = bench.make(MockPlace(isTagged: false))
            let scanners = try await RunningScanners(
                setup: ScannerSetup(matches: [.anything], manner: .beside))
            bench.tell("add", person)
            #expect(try await scanners.next() == .connected(Bench.identity))
            person.send(Keys.scan("42"))
            #expect(try await scanners.nextText() == "42")
            #expect(!person.with { $0.isGrabbed })
            #expect(await scanners.finish() == [])
        }

        @Test(
            "a scanner has the lane of its port or of its serial number", .timeLimit(.minutes(1)),
            arguments: ["port=1-1", "serial=19B1", "port=1-2"])
        func lanes(_ place: String) async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners(
                setup: ScannerSetup(
                    matches: [.tagged], lanes: [try ScannerLane(name: "Lane 1", place: place)]))
            bench.tell("add", keyboard)
            guard case .connected(let scanner) = try await scanners.next() else {
                Issue.record("it was not taken")
                return
            }
            #expect(scanner.label == (place == "port=1-2" ? Bench.identity.name : "Lane 1"))
            #expect(await scanners.finish() == [])
        }
    }
}
