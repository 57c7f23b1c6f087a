/// Reads one report's fields by their places; what the report is too short for is not there.
struct HIDPOSReportReader {
    /// The report without its id.
    let bytes: ArraySlice<UInt8>
    let report: HIDPOSLayout.Report

    /// The decoded data; nil when the report says that it has more than it has.
    ///
    /// Without a stated length the zeros at the end are padding.
    var data: ArraySlice<UInt8>? {
        let start = report.dataBit / 8
        let room = bytes.dropFirst(start).prefix(report.dataCount)
        guard let length = report.length else {
            let padding = room.reversed().prefix { $0 == 0 }.count
            return room.dropLast(padding)
        }
        guard let count = number(length.bit, length.bits), count <= room.count else { return nil }
        return room.prefix(Int(count))
    }

    /// The AIM identifier, `]` in front; empty when the scanner does not tell it.
    var symbology: [UInt8] {
        let found = report.symbology.compactMap { number($0, 8).map { UInt8($0) } }
        return AIMIdentifier.split(found + [0x20]) == nil ? [] : found
    }

    /// Whether the same code goes on in the next report.
    var isContinued: Bool {
        report.continued.flatMap { number($0, 1) } == 1
    }

    /// Up to 32 bits from a place, least significant first (HID 1.11 §8.4).
    private func number(_ bit: Int, _ bits: Int) -> UInt32? {
        guard (bit + bits + 7) / 8 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for offset in 0..<bits {
            let place = bit + offset
            let byte = bytes[bytes.startIndex + place / 8]
            value |= UInt32(byte >> UInt8(place % 8) & 1) << UInt32(offset)
        }
        return value
    }
}
