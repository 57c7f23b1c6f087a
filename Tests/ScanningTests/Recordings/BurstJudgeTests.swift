import Scanning
import Testing

/// Learning a scanner must never take a person's keyboard for one.
struct BurstJudgeTests {
    /// The bursts in a text that is typed with a pace, in milliseconds a key.
    private static func bursts(
        _ text: String, everyMilliseconds pace: UInt64, end: UInt16? = Typist.enter
    ) -> [BurstJudge.Burst] {
        var typist = Typist()
        for character in text {
            typist.type(String(character))
            // The typist itself needs two milliseconds for a key.
            typist.pause((pace - 2) * Typist.millisecond)
        }
        if let end { typist.tap(end) }
        var judge = BurstJudge()
        var bursts = typist.events.compactMap { judge.see($0) }
        if let last = judge.expire(at: typist.now + 301 * Typist.millisecond) {
            bursts.append(last)
        }
        return bursts
    }

    @Test(
        "scanners from the fastest to the slowest usual setting are found",
        arguments: [2, 14, 50, 60])
    func scanners(pace: UInt64) {
        let found = Self.bursts("4006381333931", everyMilliseconds: pace)
        #expect(found.map(\.keys) == [13])
        #expect(found.map(\.hasTerminator) == [true])
    }

    @Test("a scanner without a terminator is found after a silence")
    func silence() {
        let found = Self.bursts("40063813", everyMilliseconds: 14, end: nil)
        #expect(found.map(\.keys) == [8])
        #expect(found.map(\.hasTerminator) == [false])
    }

    @Test("a person is not, however fast", arguments: [80, 125, 300])
    func persons(pace: UInt64) {
        #expect(Self.bursts("ls -l /var/lib/galla", everyMilliseconds: pace).isEmpty)
    }

    @Test("neither is a short burst, nor a key that is held")
    func shortOnes() {
        #expect(Self.bursts("12345", everyMilliseconds: 10).isEmpty)
        var typist = Typist()
        typist.press(30)
        for _ in 0..<40 { typist.hold(30) }
        typist.release(30)
        typist.tap(Typist.enter)
        var judge = BurstJudge()
        #expect(typist.events.compactMap { judge.see($0) }.isEmpty)
        #expect(judge.expire(at: .max) == nil)
    }

    @Test("a pause in the middle ends what was before it")
    func pause() {
        var typist = Typist()
        typist.type("40063")
        typist.pause(200 * Typist.millisecond)
        typist.type("81333931")
        typist.tap(Typist.enter)
        var judge = BurstJudge()
        #expect(typist.events.compactMap { judge.see($0) }.map(\.keys) == [8])
    }
}
