import Glibc

/// The kernel's clocks: read here and nowhere else, so that Core never asks for the time.
package enum Clocks {
    /// Nanoseconds of the monotonic clock: for differences, unaffected by setting the time.
    package static func monotonicNanoseconds() -> UInt64 {
        read(CLOCK_MONOTONIC)
    }

    /// Milliseconds since 1970 in UTC, as the machine believes it to be.
    package static func wallMilliseconds() -> Int64 {
        Int64(read(CLOCK_REALTIME) / 1_000_000)
    }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
