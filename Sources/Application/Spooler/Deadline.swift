import Linux

/// A moment of the monotonic clock to be ready by.
struct Deadline {
    private let nanoseconds: UInt64

    static let never = Deadline(nanoseconds: .max)
    static var now: Deadline { Deadline(nanoseconds: 0) }

    private init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    init(milliseconds: Int32) {
        nanoseconds = Clocks.monotonicNanoseconds() + UInt64(max(milliseconds, 0)) * 1_000_000
    }

    var isOver: Bool {
        nanoseconds != .max && Clocks.monotonicNanoseconds() >= nanoseconds
    }

    /// Milliseconds until then, rounded up; negative for never.
    var remaining: Int32 {
        guard nanoseconds != .max else { return -1 }
        let now = Clocks.monotonicNanoseconds()
        return now >= nanoseconds
            ? 0 : Int32(clamping: (nanoseconds - now) / 1_000_000 + 1)
    }

    /// The shortest of several waits of which negative ones are without limit.
    static func earliest(_ waits: Int32...) -> Int32 {
        waits.filter { $0 >= 0 }.min() ?? -1
    }
}
