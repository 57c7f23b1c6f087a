import Diagnostics
import Scanning
import Testing

/// Among all keyboards the one that scans is found, and no other.
struct ScannerLearnerTests {
    private static func port(_ name: String, _ way: ScannerWay = .keyboard) -> ScannerPort {
        ScannerPort(
            scanner: ScannerIdentity(
                port: "1-" + name, serial: nil, vendor: 1, product: 2, name: name),
            way: way, node: "/dev/" + name, detail: .keys([]))
    }

    /// Thirteen keys with a pace in milliseconds, and Enter.
    private static func keys(_ port: ScannerPort, pace: UInt64, start: UInt64) -> [ScannerNews] {
        (0...13).map { index in
            let code: UInt16 = index == 13 ? 28 : 2 + UInt16(index % 10)
            return .trace(
                .key(
                    port.scanner,
                    InputEvent(
                        type: 1, code: code, value: 1,
                        time: (start + UInt64(index) * pace) * 1_000_000)))
        }
    }

    @Test("a person types on one keyboard while a scanner scans on another")
    func keyboards() {
        let person = Self.port("person")
        let scanner = Self.port("scanner")
        var learner = ScannerLearner()
        for port in [person, scanner] { _ = learner.take(.trace(.opened(port, at: 0))) }
        #expect(learner.devices == 2)
        let typed = Self.keys(person, pace: 120, start: 1000)
        let scanned = Self.keys(scanner, pace: 14, start: 1300)
        #expect(typed.prefix(4).compactMap { learner.take($0) }.isEmpty)
        let found = scanned.compactMap { learner.take($0) }
        #expect(found.map(\.port) == [scanner])
        #expect(found.first?.characters == 13)
        #expect(found.first?.hasTerminator == true)
        #expect(typed.dropFirst(4).compactMap { learner.take($0) }.isEmpty)
    }

    @Test("a scanner that is no keyboard is found by its scan")
    func otherWays() {
        let port = Self.port("serial", .serial)
        var learner = ScannerLearner()
        _ = learner.take(.trace(.opened(port, at: 0)))
        let scan = Scan(payload: [0x31], scanner: port.scanner, finishedAt: 5)
        #expect(learner.take(.event(.scanned(scan)))?.port == port)
    }

    @Test("one without a terminator is found when it has fallen silent")
    func silence() throws {
        let scanner = Self.port("scanner")
        var learner = ScannerLearner()
        _ = learner.take(.trace(.opened(scanner, at: 0)))
        let keys = Self.keys(scanner, pace: 14, start: 1000).dropLast()
        #expect(keys.compactMap { learner.take($0) }.isEmpty)
        let deadline = try #require(learner.deadline)
        #expect(learner.expire(at: deadline) == nil)
        #expect(learner.expire(at: deadline + 1)?.hasTerminator == false)
        #expect(learner.deadline == nil)
    }

    @Test("what cannot be listened to is remembered with its reason")
    func refusals() {
        var learner = ScannerLearner()
        let scanner = Self.port("scanner").scanner
        _ = learner.take(.event(.refused(scanner, reason: "No permission.")))
        #expect(learner.refusals == ["scanner: No permission."])
    }
}
