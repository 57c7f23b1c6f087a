import ArgumentParser
import Exchange
import Linux
import Settings
import Till

extension ShopSettings {
    /// The clock of the shop's time zone.
    func clock() throws(Failure) -> ShopClock {
        guard let zone = TimeZoneOffset(named: shop.timeZone) else {
            throw Failure(
                .failure,
                "The time zone \(shop.timeZone) is not known here. Install tzdata, or "
                    + "correct time_zone in the configuration.")
        }
        return ShopClock(zone: zone)
    }
}

extension ShopClock {
    /// The moments that the daily backups are judged by.
    func backupMoments() -> DailyBackups.Moments {
        let now = now()
        func before(hours: Int64) -> TillMoment {
            moment(atMilliseconds: now.milliseconds - hours * 3_600_000)
        }
        return DailyBackups.Moments(
            now: now.civil, due: before(hours: 24).civil, late: before(hours: 36).civil)
    }
}

extension DailyBackups {
    /// The backups that a shop has set.
    init(_ settings: ShopSettings, of folder: String) {
        self.init(of: folder, copies: settings.backup.copies, keep: settings.backup.keep)
    }
}
