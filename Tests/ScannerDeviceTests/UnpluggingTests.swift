import Devices
import Scanning
import Testing

extension ScannerDeviceTests {
    @Suite("The cable is pulled and put back")
    struct UnpluggingTests {
        private let bench = Bench()
        private let identity = Bench.identity

        @Test(
            "half a scan is said to be lost, the scanner gone, each once", .timeLimit(.minutes(1)))
        func inMidScan() async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            keyboard.send(Keys.scan("890123", ending: false))
            await keyboard.whenRead()
            keyboard.unplug()
            bench.tell("remove", keyboard)
            #expect(try await scanners.next() == .discarded(identity, .unplugged))
            #expect(try await scanners.next() == .disconnected(identity))
            #expect(await scanners.finish() == [])
        }

        @Test("udev's word alone is enough", .timeLimit(.minutes(1)))
        func removedOnly() async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            bench.tell("remove", keyboard)
            #expect(try await scanners.next() == .disconnected(identity))
            #expect(await scanners.finish() == [])
        }

        @Test("twenty times replugged it is the same one, gone in 100 ms", .timeLimit(.minutes(1)))
        func replugged() async throws {
            // One place, but another node each time.
            let keyboards = (0..<20).map { bench.make(MockPlace(interface: $0)) }
            let scanners = try await RunningScanners([.tagged])
            var delays: [Duration] = []
            let clock = ContinuousClock()
            for keyboard in keyboards {
                bench.tell("add", keyboard)
                #expect(try await scanners.next() == .connected(identity))
                keyboard.send(Keys.scan("42"))
                #expect(try await scanners.nextText() == "42")
                let pulled = clock.now
                keyboard.unplug()
                #expect(try await scanners.next() == .disconnected(identity))
                delays.append(clock.now - pulled)
                bench.tell("remove", keyboard)
            }
            #expect(await scanners.finish() == [])
            // The median, because the machine that runs the tests has other work as well.
            #expect(delays.sorted()[delays.count / 2] < .milliseconds(100))
        }
    }
}
