/// A day of the calendar, without a time zone.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// The year, as people write it.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, 1 to 31.
    package let day: Int

    /// Accepts only days that exist.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `yyyy-MM-dd`, nothing else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
            let day = decimal(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day as `yyyy-MM-dd`.
    package var iso: String {
        // From digits, not from texts: whatever the books are asked for a scan has the day in it.
        let dash: UInt8 = 0x2D
        let text = [
            digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash,
            digit(month / 10), digit(month), dash, digit(day / 10), digit(day),
        ]
        return String(decoding: text, as: UTF8.self)
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
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

/// A day and a time of day, without a time zone: what the clock on the shop's wall says.
package struct CivilTime: Hashable, Comparable, Sendable {
    /// The day.
    package let date: CivilDate
    /// The hour, 0 to 23.
    package let hour: Int
    /// The minute, 0 to 59.
    package let minute: Int
    /// The second, 0 to 60.
    package let second: Int

    /// Accepts only times that a clock can show.
    package init?(date: CivilDate, hour: Int, minute: Int, second: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
            return nil
        }
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// The time as `yyyy-MM-dd HH:mm:ss`, which sorts as time does.
    package var iso: String {
        date.iso + " " + padded(hour, to: 2) + ":" + padded(minute, to: 2) + ":"
            + padded(second, to: 2)
    }

    /// Reads `yyyy-MM-dd HH:mm:ss`, nothing else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 19, bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let date = CivilDate(iso: text.prefix(10)), let hour = decimal(bytes[11..<13]),
            let minute = decimal(bytes[14..<16]), let second = decimal(bytes[17..<19])
        else { return nil }
        self.init(date: date, hour: hour, minute: minute, second: second)
    }

    /// The time as a receipt says it: `yyyy-MM-dd hh:mm AM`.
    package var receiptText: String {
        let half = hour < 12 ? "AM" : "PM"
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        return date.iso + " " + padded(twelve, to: 2) + ":" + padded(minute, to: 2) + " " + half
    }

    package static func < (left: CivilTime, right: CivilTime) -> Bool {
        left.date == right.date
            ? (left.hour, left.minute, left.second) < (right.hour, right.minute, right.second)
            : left.date < right.date
    }
}

func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The last digit of a number, in ASCII.
private func digit(_ number: Int) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: number % 10) }

/// The number that some digits are; nil when one of them is none.
private func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { number, digit in
        guard let number, 0x30...0x39 ~= digit else { return nil }
        return number * 10 + Int(digit - 0x30)
    }
}
