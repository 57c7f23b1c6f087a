import Devices
import Scanning
import Testing

@Suite(
    "The cable is pulled and put back", .serialized,
    .enabled(if: Testbed.isAvailable, "runs under umockdev-wrapper"))
struct UnpluggingTests {
    private let testbed = Testbed()
    private let identity = ScannerIdentity(
        port: "1-1", serial: "19B1", vendor: 0x0C2E, product: 0x0B61,
        name: "Honeywell Voyager 1450g")

    @Test("half a scan is said to be lost, and the scanner is said to be gone once",
        .timeLimit(.minutes(1)))
    func inMidScan() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = MockKeyboard(in: testbed, MockPlace())
        testbed.tell("add", keyboard.place.syspath)
        #expect(try await scanners.next() == .connected(identity))
        keyboard.send(Keys.scan("890123", ending: false))
        await keyboard.whenRead()
        keyboard.unplug()
        testbed.tell("remove", keyboard.place.syspath)
        #expect(try await scanners.next() == .discarded(identity, .unplugged))
        #expect(try await scanners.next() == .disconnected(identity))
        #expect(await scanners.finish() == [])
    }

    @Test("udev's word alone is enough", .timeLimit(.minutes(1)))
    func removedOnly() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = MockKeyboard(in: testbed, MockPlace())
        testbed.tell("add", keyboard.place.syspath)
        #expect(try await scanners.next() == .connected(identity))
        testbed.tell("remove", keyboard.place.syspath)
        #expect(try await scanners.next() == .disconnected(identity))
        #expect(await scanners.finish() == [])
    }

    @Test("twenty times replugged it is the same scanner, gone within 100 ms",
        .timeLimit(.minutes(1)))
    func replugged() async throws {
        let scanners = try await RunningScanners([.tagged])
        var keyboards: [MockKeyboard] = []
        var delays: [Duration] = []
        let clock = ContinuousClock()
        for number in 5..<25 {
            let keyboard = MockKeyboard(in: testbed, MockPlace(number: number))
            keyboards.append(keyboard)
            testbed.tell("add", keyboard.place.syspath)
            #expect(try await scanners.next() == .connected(identity))
            keyboard.send(Keys.scan("42"))
            guard case .scanned(let scan) = try await scanners.next() else {
                Issue.record("no scan from event\(number)")
                return
            }
            #expect(scan.scanner == identity)
            let pulled = clock.now
            keyboard.unplug()
            #expect(try await scanners.next() == .disconnected(identity))
            delays.append(clock.now - pulled)
            testbed.tell("remove", keyboard.place.syspath)
            testbed.remove("/sys" + keyboard.place.device)
        }
        #expect(await scanners.finish() == [])
        // The median, because the machine that runs the tests has other work as well.
        #expect(delays.sorted()[delays.count / 2] < .milliseconds(100))
    }
}
