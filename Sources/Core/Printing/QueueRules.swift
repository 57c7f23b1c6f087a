/// What a shop wants of receipts that had to wait, so that no pile of old ones floods the counter.
package struct QueueRules: Hashable, Sendable {
    /// So many may have waited and still print by themselves.
    package let mostWaiting: Int
    /// So long, in milliseconds, the oldest may have waited.
    package let longestWaitMilliseconds: Int64
    /// What becomes of them where there are more, or one waited longer.
    package let old: Old
    /// A receipt that failed this often by its own fault is set aside.
    package let mostFailures: Int

    /// What becomes of receipts that waited too long.
    package enum Old: String, Hashable, Sendable, CaseIterable {
        /// The cashier is asked.
        case ask
        /// They print.
        case print
        /// They do not print: nobody is at a kiosk any more to take them.
        case drop
    }

    /// Gathers the rules; without arguments those of an attended till.
    package init(
        mostWaiting: Int = 5, longestWaitMilliseconds: Int64 = 15 * 60_000, old: Old = .ask,
        mostFailures: Int = 3
    ) {
        self.mostWaiting = mostWaiting
        self.longestWaitMilliseconds = longestWaitMilliseconds
        self.old = old
        self.mostFailures = mostFailures
    }

    /// Whether these jobs, oldest first, may not just print at that moment.
    func isTooMuch(_ jobs: [PrintJob], at milliseconds: Int64) -> Bool {
        guard let oldest = jobs.first else { return false }
        return jobs.count > mostWaiting || isOld(oldest, at: milliseconds)
    }

    func isOld(_ job: PrintJob, at milliseconds: Int64) -> Bool {
        milliseconds - job.createdAt > longestWaitMilliseconds
    }
}
