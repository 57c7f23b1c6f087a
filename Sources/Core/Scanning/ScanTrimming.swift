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
        return payload
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
