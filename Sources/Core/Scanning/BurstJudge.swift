/// Tells a scanner's burst of keys from a person's typing, by its pace.
///
/// A person who types fast needs over 80 ms a key and is uneven; the slowest setting of most
/// scanners is 50 ms between characters.
package struct BurstJudge: Sendable {
    /// What looked like a scan.
    package struct Burst: Hashable, Sendable {
        /// How many keys it had, modifiers and terminator aside.
        package let keys: Int
        /// Nanoseconds from its first key to its last.
        package let duration: UInt64
        /// Whether Enter or Tab ended it, and no silence.
        package let hasTerminator: Bool
    }

    /// Fewer keys could be chance; an EAN-8 has eight.
    private static let fewestKeys = 6
    /// The longest pause between two keys of a scanner, in nanoseconds.
    private static let longestPause: UInt64 = 65_000_000
    /// So much silence ends a burst that has no terminator, in nanoseconds.
    private static let silence: UInt64 = 300_000_000

    private var keys = 0
    private var startedAt: UInt64 = 0
    private var lastAt: UInt64 = 0

    /// Makes a judge that has seen nothing.
    package init() {}

    /// Looks at the next event of one keyboard; answers when a burst has ended.
    package mutating func see(_ event: InputEvent) -> Burst? {
        guard event.type == InputEvent.key, event.value == 1 else { return nil }
        let isEnd = [KeyCode.enter, KeyCode.keypadEnter, KeyCode.tab].contains(event.code)
        let isQuick = event.time >= lastAt && event.time - lastAt <= Self.longestPause
        if Self.isModifier(event.code) { return nil }
        if isEnd { return end(hasTerminator: isQuick) }
        if !isQuick || keys == 0 {
            keys = 0
            startedAt = event.time
        }
        keys += 1
        lastAt = event.time
        return nil
    }

    /// When a silence will have ended the burst that is under way; nil when there is none.
    package var deadline: UInt64? {
        keys >= Self.fewestKeys ? lastAt + Self.silence : nil
    }

    /// Ends a burst that has no terminator, if its silence is over.
    package mutating func expire(at now: UInt64) -> Burst? {
        guard let deadline, now > deadline else { return nil }
        return end(hasTerminator: false)
    }

    private mutating func end(hasTerminator: Bool) -> Burst? {
        defer { keys = 0 }
        guard keys >= Self.fewestKeys else { return nil }
        return Burst(keys: keys, duration: lastAt - startedAt, hasTerminator: hasTerminator)
    }

    private static func isModifier(_ code: UInt16) -> Bool {
        [
            KeyCode.leftShift, KeyCode.rightShift, KeyCode.leftControl, KeyCode.rightControl,
            KeyCode.leftAlt, KeyCode.rightAlt, KeyCode.capsLock, KeyCode.numLock,
        ].contains(code)
    }
}
