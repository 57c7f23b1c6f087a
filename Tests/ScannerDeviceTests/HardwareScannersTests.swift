import Devices
import Scanning
import Testing

// Method: a driver on its thread, keyboards that umockdev serves, udev's news sent by the test;
// every test waits for events, none for time to pass.
extension ScannerDeviceTests {
    @Suite("Keyboard scanners come and scan")
    struct HardwareScannersTests {
        private let bench = Bench()
        private let identity = Bench.identity

        @Test("a marked scanner is taken alone, and its scan arrives", .timeLimit(.minutes(1)))
        func scan() async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            #expect(keyboard.with { $0.isGrabbed })
            keyboard.send(Keys.scan("8901234567890"))
            #expect(try await scanners.nextText() == "8901234567890")
            #expect(await scanners.finish() == [])
        }

        @Test("a thousand scans without a pause arrive whole and in order", .timeLimit(.minutes(1)))
        func burst() async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            let codes = (0..<1000).map { String(8_900_000_000_000 + $0) }
            keyboard.send(codes.flatMap { Keys.scan($0) })
            for code in codes { #expect(try await scanners.nextText() == code) }
            #expect(await scanners.finish() == [])
        }

        @Test("two scanners at once do not mix", .timeLimit(.minutes(1)))
        func two() async throws {
            let first = bench.make()
            let second = bench.make(MockPlace(port: "1-2", serial: nil))
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", first)
            bench.tell("add", second)
            #expect(try await scanners.next() == .connected(identity))
            _ = try await scanners.next()
            first.send(Keys.scan("111", ending: false))
            await first.whenRead()
            second.send(Keys.scan("222", ending: false))
            await second.whenRead()
            first.send(Keys.scan("1"))
            #expect(try await scanners.nextText() == "1111")
            second.send(Keys.scan("2"))
            #expect(try await scanners.nextText() == "2222")
            #expect(await scanners.finish() == [])
        }

        @Test("after an overflow the modifiers are those the kernel says", .timeLimit(.minutes(1)))
        func overflow() async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            keyboard.with { $0.keysDown = [42] }
            keyboard.send(Keys.scan("890", ending: false) + [Keys.dropped, Keys.report])
            #expect(try await scanners.next() == .discarded(identity, .eventsLost))
            await keyboard.whenRead()
            keyboard.send(
                Keys.tap(Keys.enter) + Keys.tap(30) + Keys.change(42, 0) + Keys.tap(30)
                    + Keys.tap(Keys.enter))
            #expect(try await scanners.nextText() == "Aa")
            #expect(await scanners.finish() == [])
        }

        @Test("a partial scan that never ends is dropped and said", .timeLimit(.minutes(1)))
        func neverEnds() async throws {
            let keyboard = bench.make()
            let scanners = try await RunningScanners([.tagged])
            bench.tell("add", keyboard)
            #expect(try await scanners.next() == .connected(identity))
            keyboard.send(Keys.scan("890", ending: false))
            #expect(try await scanners.next() == .discarded(identity, .timedOut))
            keyboard.send(Keys.scan("42"))
            #expect(try await scanners.nextText() == "42")
            #expect(await scanners.finish() == [])
        }
    }
}
