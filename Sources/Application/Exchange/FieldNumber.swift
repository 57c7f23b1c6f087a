import Billing

/// Numbers and days of a file, read from its bytes: no sign, no grouping, a point for decimals.
///
/// A comma is refused because it means thousands in one country and decimals in the next.
enum FieldNumber {
    /// Why bytes are no number.
    enum Refusal: Error {
        case notANumber
        case tooPrecise
        case tooLarge
    }

    /// Reads a number with at most `decimals` decimals as a whole number of the last one's units.
    ///
    /// Zeros behind the last decimal are harmless.
    static func scaled(
        _ field: ArraySlice<UInt8>, decimals: Int, limit: Int64
    ) throws(Refusal) -> Int64 {
        var value: Int64 = 0
        var scale: Int?
        var hasDigit = false
        for byte in field {
            if byte == UInt8(ascii: "."), scale == nil {
                scale = 0
                continue
            }
            guard (0x30...0x39).contains(byte) else { throw .notANumber }
            hasDigit = true
            if let digits = scale {
                guard digits < decimals || byte == 0x30 else { throw .tooPrecise }
                guard digits < decimals else { continue }
                scale = digits + 1
            }
            value = value * 10 + Int64(byte - 0x30)
            guard value <= limit else { throw .tooLarge }
        }
        guard hasDigit else { throw .notANumber }
        for _ in (scale ?? 0)..<decimals {
            value *= 10
            guard value <= limit else { throw .tooLarge }
        }
        return value
    }

    /// Reads an amount of money.
    static func money(
        _ field: ArraySlice<UInt8>, _ column: some Column
    ) throws(RowRefusal) -> Money {
        do throws(Refusal) {
            return Money(
                minorUnits: try scaled(field, decimals: 2, limit: Money.limit.minorUnits))
        } catch {
            let name = "\(column.name) \(FieldText.quoted(field))"
            switch error {
            case .notANumber: throw RowRefusal("\(name) is no amount; write it like 85 or 85.50")
            case .tooPrecise: throw RowRefusal("\(name) has more than two decimals")
            case .tooLarge: throw RowRefusal("\(name) is more than \(Money.limit.digits)")
            }
        }
    }

    /// Reads a quantity above zero.
    static func quantity(
        _ field: ArraySlice<UInt8>, _ column: some Column
    ) throws(RowRefusal) -> Quantity {
        let thousandths: Int64
        do throws(Refusal) {
            thousandths = try scaled(field, decimals: 3, limit: Quantity.limit.thousandths)
        } catch {
            let name = "\(column.name) \(FieldText.quoted(field))"
            switch error {
            case .notANumber: throw RowRefusal("\(name) is no quantity; write it like 12 or 0.450")
            case .tooPrecise: throw RowRefusal("\(name) has more than three decimals")
            case .tooLarge: throw RowRefusal("\(name) is more than \(Quantity.limit.digits)")
            }
        }
        guard thousandths > 0 else { throw RowRefusal("\(column.name) is zero") }
        return Quantity(thousandths: thousandths)
    }

    /// Reads a percentage of 0 to 100 in hundredths of a percent: `0.25` is 25.
    static func percentage(
        _ field: ArraySlice<UInt8>, _ column: some Column
    ) throws(RowRefusal) -> Int {
        do throws(Refusal) {
            return Int(try scaled(field, decimals: 2, limit: 100_00))
        } catch {
            let name = "\(column.name) \(FieldText.quoted(field))"
            switch error {
            case .notANumber:
                throw RowRefusal("\(name) is no rate; write it in percent, like 5, 18 or 0.25")
            case .tooPrecise: throw RowRefusal("\(name) has more than two decimals")
            case .tooLarge: throw RowRefusal("\(name) is more than 100 percent")
            }
        }
    }

    /// Reads a day, `yyyy-MM-dd`; where a time may follow after a blank or a `T` it is dropped.
    static func day(
        _ field: ArraySlice<UInt8>, _ column: some Column, mayHaveTime: Bool = false
    ) throws(RowRefusal) -> CivilDate {
        let rest = field.dropFirst(10)
        let isTime = rest.first == 0x20 || rest.first == UInt8(ascii: "T")
        guard rest.isEmpty || mayHaveTime && isTime && rest.dropFirst().allSatisfy(isOfTime),
            let day = civilDate(field.prefix(10))
        else {
            throw RowRefusal(
                "\(column.name) \(FieldText.quoted(field)) is no day; write it like 2026-04-30")
        }
        return day
    }

    /// Reads `yyyy-MM-dd` without making a text of it, which a million rows would feel.
    private static func civilDate(_ field: ArraySlice<UInt8>) -> CivilDate? {
        var parts = [0, 0, 0]
        guard field.count == 10 else { return nil }
        for (index, byte) in field.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard (0x30...0x39).contains(byte) else { return nil }
                let part = index < 4 ? 0 : index < 7 ? 1 : 2
                parts[part] = parts[part] * 10 + Int(byte - 0x30)
            }
        }
        return CivilDate(year: parts[0], month: parts[1], day: parts[2])
    }

    /// Whether a byte may stand in a time of day with its zone.
    private static func isOfTime(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || ":.+-Z".utf8.contains(byte)
    }
}
