import Exchange
import Linux
import SystemPackage
import Till

/// The thread that makes the daily backups of a till that runs, and says when they are missing.
struct BackupWatch {
    private let backups: DailyBackups
    private let clock: ShopClock

    /// How long until they are looked at again: by so much a backup is late where the machine slept,
    /// a clock was set, or a disk was missing.
    private static let pause: Int32 = 3_600_000

    init(_ backups: DailyBackups, clock: ShopClock) {
        (self.backups, self.clock) = (backups, clock)
    }

    /// Begins at once, and ends soon after `stop` is raised: what is half made then is thrown away.
    func start(until stop: EventFlag, into inbox: Inbox) throws(Errno) -> Worker {
        try Worker(name: "galla-backup") {
            var told: String?
            repeat {
                var failures: [String] = []
                _ = backups.make(
                    at: clock.backupMoments(), while: { !stop.isRaised }, failures: &failures)
                guard !stop.isRaised else { return }
                let all = failures.isEmpty ? backups.troubles(at: clock.backupMoments()) : failures
                let trouble = all.isEmpty ? nil : all.joined(separator: " ")
                if trouble != told { inbox.post(.backups(trouble: trouble)) }
                told = trouble
            } while !stop.wait(milliseconds: Self.pause)
        }
    }
}
