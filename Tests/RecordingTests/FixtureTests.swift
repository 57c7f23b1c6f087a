import DeviceEmulation
import Scanning
import Testing

/// Each recording is a device behaviour, and says itself what decoding has to find in it.
struct FixtureTests {
    @Test("there are recordings of many behaviours, each with what it expects")
    func present() throws {
        #expect(Fixture.all.count >= 20)
        for fixture in Fixture.all { #expect(try fixture.recording().expected != nil) }
        let ways = Set(try Fixture.all.map { try $0.recording().port.way })
        #expect(ways == Set(ScannerWay.allCases))
    }

    @Test("decoding finds what the recording expects, and nothing else", arguments: Fixture.all)
    func outcomes(_ fixture: Fixture) throws {
        let recording = try fixture.recording()
        #expect(try recording.outcomes(settings: fixture.settings()) == recording.expected)
    }

    @Test("a driver tells the same, in the same order", arguments: Fixture.all)
    func driver(_ fixture: Fixture) throws {
        var found: [ExpectedOutcome] = []
        var isConnected = false
        try fixture.play { _, event in
            guard let event else { return }
            if let outcome = ExpectedOutcome(event) {
                #expect(isConnected, "a scan of a scanner that is not there")
                found.append(outcome)
            }
            if case .connected = event { isConnected = true }
            if case .disconnected = event { isConnected = false }
        }
        #expect(found == (try fixture.recording().expected))
    }

    @Test("written again it is the same recording", arguments: Fixture.all)
    func rewritten(_ fixture: Fixture) throws {
        let recording = try fixture.recording()
        #expect(try Recording(text: Array(recording.text.utf8)) == recording)
    }

    @Test(
        "without its last key no recording's last scan comes out the same", arguments: Fixture.all)
    func lostEnd(_ fixture: Fixture) throws {
        var recording = try fixture.recording()
        guard recording.port.way == .keyboard else { return }
        // The last key that gives a character, before the terminator if there is one.
        let downs = recording.events.indices.filter { index in
            guard case .input(1, let code, 1) = recording.events[index].what else { return false }
            return ![15, 28, 29, 36].contains(code)
        }
        recording.events.remove(at: try #require(downs.last))
        #expect(try recording.outcomes(settings: fixture.settings()) != recording.expected)
    }
}
