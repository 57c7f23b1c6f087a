extension String {
    /// Calls `body` with the value of each scalar, in their order.
    ///
    /// Several times faster than a loop over `unicodeScalars`, on which a receipt would spend a
    /// third of its time.
    ///
    /// A string's bytes are valid UTF-8 by the language's promise, so they are not checked again.
    @inlinable
    package func forEachScalarValue<Failure: Error>(
        _ body: (UInt32) throws(Failure) -> Void
    ) throws(Failure) {
        let bytes = utf8Span.span
        var index = 0
        while index < bytes.count {
            let first = UInt32(bytes[index])
            if first < 0x80 {
                try body(first)
                index += 1
                continue
            }
            let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var value = first & (0xFF >> UInt32(length + 1))
            for offset in 1..<length {
                value = value << 6 | UInt32(bytes[index + offset]) & 0x3F
            }
            try body(value)
            index += length
        }
    }
}
