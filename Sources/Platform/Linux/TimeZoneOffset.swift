import Glibc

/// The shop's time zone, by its name in the tz database (`Asia/Kolkata`).
package struct TimeZoneOffset: Hashable, Sendable {
    /// The zone's name.
    package let name: String

    /// Makes the process tell the time of this zone; nil when the machine does not know it.
    ///
    /// The C library knows one zone a process, so the last one made here is the one in force.
    package init?(named name: String) {
        let isPlain = name.utf8.allSatisfy { $0 != 0x2E && $0 > 0x20 && $0 < 0x7F }
        guard isPlain, !name.hasPrefix("/"), !name.isEmpty,
            unsafe access("/usr/share/zoneinfo/" + name, R_OK) == 0
        else { return nil }
        self.name = name
        unsafe setenv("TZ", name, 1)
        tzset()
    }

    /// How far the zone's clocks are ahead of UTC at a moment, in seconds.
    package func secondsEastOfUTC(atSeconds seconds: Int64) -> Int64 {
        var moment = time_t(seconds)
        var local = unsafe tm()
        guard unsafe localtime_r(&moment, &local) != nil else { return 0 }
        return unsafe Int64(local.tm_gmtoff)
    }
}
