import Linux

/// A beat by the monotonic clock.
struct Tick {
    private let period: UInt64
    private var next: UInt64

    init(milliseconds: Int32) {
        period = UInt64(max(milliseconds, 0)) * 1_000_000
        next = Clocks.monotonicNanoseconds() + period
    }

    /// Milliseconds until the next beat, rounded up; zero when it is due.
    var remaining: Int32 {
        let now = Clocks.monotonicNanoseconds()
        return now >= next ? 0 : Int32((next - now + 999_999) / 1_000_000)
    }

    /// Whether the beat is due; if so, the next one is counted from now.
    var isOver: Bool {
        mutating get {
            let now = Clocks.monotonicNanoseconds()
            guard now >= next else { return false }
            next = now + period
            return true
        }
    }
}
