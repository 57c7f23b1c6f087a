/// A day that a code carries, in full: the till compares it with its own day.
package struct ScannedDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year in four digits.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, 1 to 31.
    package let day: Int

    /// Gathers a day that exists; nil for any other.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads six digits `yymmdd` in a year like `thisYear`; nil when there is no such day.
    ///
    /// Day 00 is the last of the month. The century is the one that brings the year nearest: 51 or
    /// more years ahead is the past century, 50 or more behind the next one (GS1 General
    /// Specifications, section 7.12).
    init?(yymmdd digits: [UInt8], thisYear: Int) {
        guard digits.count == 6, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        func pair(_ place: Int) -> Int {
            Int(digits[place] - 0x30) * 10 + Int(digits[place + 1] - 0x30)
        }
        let gap = pair(0) - thisYear % 100
        let century = thisYear - thisYear % 100 + (gap > 50 ? -100 : gap <= -50 ? 100 : 0)
        let year = century + pair(0)
        let month = pair(2)
        let day = pair(4)
        self.init(
            year: year, month: month, day: day == 0 ? Self.days(inMonth: month, of: year) : day)
    }

    /// The day as `yyyy-MM-dd`.
    package var description: String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    package static func < (left: ScannedDate, right: ScannedDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
