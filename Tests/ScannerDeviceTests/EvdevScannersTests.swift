import Devices
import Hotplug
import Scanning
import Testing

// Method: a driver on its thread, keyboards that umockdev serves, udev's news sent by the test;
// every test waits for events, none for time to pass.
@Suite(
    "Keyboard scanners come, scan and go", .serialized,
    .enabled(if: Testbed.isAvailable, "runs under umockdev-wrapper"))
struct EvdevScannersTests {
    private let testbed = Testbed()
    private let identity = ScannerIdentity(
        port: "1-1", serial: "19B1", vendor: 0x0C2E, product: 0x0B61,
        name: "Honeywell Voyager 1450g")

    private func plug(_ place: MockPlace = MockPlace()) -> MockKeyboard {
        let keyboard = MockKeyboard(in: testbed, place)
        testbed.tell("add", place.syspath)
        return keyboard
    }

    private func payload(of event: ScannerEvent) -> String? {
        guard case .scanned(let scan) = event else { return nil }
        return String(decoding: scan.payload, as: UTF8.self)
    }

    @Test("a marked scanner is taken alone, and its scan arrives", .timeLimit(.minutes(1)))
    func scan() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = plug()
        #expect(try await scanners.next() == .connected(identity))
        #expect(keyboard.with { $0.isGrabbed })
        keyboard.send(Keys.scan("8901234567890"))
        let event = try await scanners.next()
        #expect(payload(of: event) == "8901234567890")
        #expect(await scanners.finish() == [])
    }

    @Test("a keyboard that nobody marked or named is never opened", .timeLimit(.minutes(1)))
    func leftAlone() async throws {
        let scanners = try await RunningScanners([.tagged])
        let person = plug(
            MockPlace(port: "1-2", number: 6, serial: nil, isTagged: false, link: "a-person"))
        _ = plug()
        #expect(try await scanners.next() == .connected(identity))
        #expect(person.with { $0.requests } == 0)
        #expect(await scanners.finish() == [])
    }

    @Test(
        "a scanner is found by name, port and node, marked or not", .timeLimit(.minutes(1)),
        arguments: [
            .byID("usb-Honeywell_Voyager_19B1-event-kbd"), .port("1-1"), .node("/dev/input/event5"),
        ] as [ScannerMatch])
    func named(_ match: ScannerMatch) async throws {
        let scanners = try await RunningScanners([match])
        let other = plug(MockPlace(port: "1-2", number: 6, serial: nil, link: "another"))
        _ = plug(MockPlace(isTagged: false))
        #expect(try await scanners.next() == .connected(identity))
        #expect(other.with { $0.requests } == 0)
        #expect(await scanners.finish() == [])
    }

    @Test("buttons without digits are no scanner, marked or not", .timeLimit(.minutes(1)))
    func buttons() async throws {
        let scanners = try await RunningScanners([.tagged])
        let buttons = plug(MockPlace(port: "1-2", number: 6, keys: "c000 0 0 1000000000000000"))
        _ = plug()
        #expect(try await scanners.next() == .connected(identity))
        #expect(buttons.with { $0.requests } == 0)
        #expect(await scanners.finish() == [])
    }

    @Test("a marked scanner whose rules have not run yet waits for udev", .timeLimit(.minutes(1)))
    func markedLater() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = plug(MockPlace(isTagged: false))
        testbed.set(ScannerMatch.tag, "1", of: keyboard.place.syspath)
        testbed.tell("change", keyboard.place.syspath)
        testbed.tell("change", keyboard.place.syspath)
        #expect(try await scanners.next() == .connected(identity))
        #expect(await scanners.finish() == [])
    }

    @Test("a scanner that loses its mark is given back", .timeLimit(.minutes(1)))
    func unmarked() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = plug()
        #expect(try await scanners.next() == .connected(identity))
        testbed.set(ScannerMatch.tag, "0", of: keyboard.place.syspath)
        testbed.tell("change", keyboard.place.syspath)
        #expect(try await scanners.next() == .disconnected(identity))
        #expect(await scanners.finish() == [])
    }

    @Test("a scanner that another program has is refused once, then taken", .timeLimit(.minutes(1)))
    func taken() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = MockKeyboard(in: testbed, MockPlace())
        keyboard.with { $0.isTaken = true }
        testbed.tell("add", keyboard.place.syspath)
        testbed.tell("change", keyboard.place.syspath)
        guard case .refused(identity, let reason) = try await scanners.next() else {
            Issue.record("a taken scanner must be refused")
            return
        }
        #expect(reason.contains("/dev/input/event5") && reason.contains("Another program"))
        keyboard.with { $0.isTaken = false }
        testbed.tell("change", keyboard.place.syspath)
        #expect(try await scanners.next() == .connected(identity))
        #expect(await scanners.finish() == [])
    }

    @Test("a scanner is not grabbed while one of its keys is down", .timeLimit(.minutes(1)))
    func keyDown() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = MockKeyboard(in: testbed, MockPlace())
        keyboard.with { $0.keysDown = [30] }
        testbed.tell("add", keyboard.place.syspath)
        guard case .refused(identity, let reason) = try await scanners.next() else {
            Issue.record("a scanner with a key down must be refused")
            return
        }
        #expect(reason.contains("held down") && !keyboard.with { $0.isGrabbed })
        keyboard.with { $0.keysDown = [] }
        // What was typed before the grab went elsewhere as well: it must not become a scan.
        keyboard.send(Keys.change(30, 0) + Keys.scan("21"))
        #expect(try await scanners.next() == .connected(identity))
        keyboard.send(Keys.scan("42"))
        #expect(payload(of: try await scanners.next()) == "42")
        #expect(await scanners.finish() == [])
    }

    @Test("after an overflow the modifiers are those the kernel says", .timeLimit(.minutes(1)))
    func overflow() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = plug()
        #expect(try await scanners.next() == .connected(identity))
        keyboard.with { $0.keysDown = [42] }
        keyboard.send(Keys.scan("890", ending: false) + [Keys.dropped, Keys.report])
        #expect(try await scanners.next() == .discarded(identity, .eventsLost))
        await keyboard.whenRead()
        keyboard.send(Keys.tap(Keys.enter) + Keys.tap(30) + Keys.change(42, 0) + Keys.tap(30))
        keyboard.send(Keys.tap(Keys.enter))
        #expect(payload(of: try await scanners.next()) == "Aa")
        #expect(await scanners.finish() == [])
    }

    @Test("a partial scan that never ends is dropped and said", .timeLimit(.minutes(1)))
    func neverEnds() async throws {
        let scanners = try await RunningScanners([.tagged])
        let keyboard = plug()
        #expect(try await scanners.next() == .connected(identity))
        keyboard.send(Keys.scan("890", ending: false))
        #expect(try await scanners.next() == .discarded(identity, .timedOut))
        keyboard.send(Keys.scan("42"))
        #expect(payload(of: try await scanners.next()) == "42")
        #expect(await scanners.finish() == [])
    }
}
