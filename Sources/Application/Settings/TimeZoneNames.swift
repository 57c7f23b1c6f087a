import Linux
import SystemPackage

/// The time zones that this machine knows (tz database, tzfile(5)).
enum TimeZoneNames {
    /// Whether a name stands for a zone: a file of the tz database, not one of its folders.
    static func contains(_ name: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ".") }
        guard isPlain, !name.isEmpty, !name.hasPrefix("/") else { return false }
        do throws(Errno) {
            let file = try OpenDescriptor(path: "/usr/share/zoneinfo/" + name, .readOnly)
            return try file.read(atMost: 4) == Array("TZif".utf8)
        } catch {
            // Whatever keeps the file from being read keeps the clock from using it.
            return false
        }
    }
}
