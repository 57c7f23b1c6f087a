/// What is taken off the bytes of a whole scan, and what is put right in them.
enum ScanTrimming {
    /// The scan's own bytes, in one array of just their size.
    ///
    /// Prefix and suffix go where they are there; texts that stand for GS become one; the case is
    /// put right where an AIM identifier shows that it was exchanged.
    static func payload(
        of bytes: [UInt8], _ settings: ScanSettings, _ marks: inout ScanTraits.Marks
    ) -> [UInt8] {
        var rest = bytes[...]
        if !settings.prefix.isEmpty, rest.starts(with: settings.prefix) {
            rest.removeFirst(settings.prefix.count)
            marks.insert(.prefix)
        }
        if !settings.suffix.isEmpty, rest.suffix(settings.suffix.count) == settings.suffix[...] {
            rest.removeLast(settings.suffix.count)
            marks.insert(.suffix)
        }
        var payload: [UInt8] = []
        payload.reserveCapacity(rest.count)
        if settings.separatorTexts.isEmpty {
            payload.append(contentsOf: rest)
        } else {
            append(rest, to: &payload, settings.separatorTexts, &marks)
        }
        if isExchanged(payload) {
            for place in payload.indices { payload[place] = otherCase(payload[place]) }
            marks.insert(.caseCorrected)
        }
        return payload
    }

    /// Whether an AIM identifier with a digit behind it is one of GS1's with its case exchanged.
    ///
    /// As they stand these name symbols that no shop has (`]c1`, `]D2`, `]q3`, `]j1`). `]e0` and
    /// `]E0` are both right and prove nothing.
    private static func isExchanged(_ payload: [UInt8]) -> Bool {
        guard payload.count > 3, payload[0] == 0x5D, 0x30...0x39 ~= payload[3] else { return false }
        switch (payload[1], payload[2]) {
        case (UInt8(ascii: "c"), 0x31), (UInt8(ascii: "D"), 0x32), (UInt8(ascii: "q"), 0x33),
            (UInt8(ascii: "j"), 0x31):
            return true
        default:
            return false
        }
    }

    private static func otherCase(_ byte: UInt8) -> UInt8 {
        0x41...0x5A ~= byte & 0xDF ? byte ^ 0x20 : byte
    }

    private static func append(
        _ bytes: ArraySlice<UInt8>, to payload: inout [UInt8], _ texts: [[UInt8]],
        _ marks: inout ScanTraits.Marks
    ) {
        var rest = bytes
        while let byte = rest.first {
            if let text = texts.first(where: { rest.starts(with: $0) }), !text.isEmpty {
                payload.append(GS1Reader.separator)
                rest.removeFirst(text.count)
                marks.insert(.separator)
            } else {
                payload.append(byte)
                rest.removeFirst()
            }
        }
    }
}
