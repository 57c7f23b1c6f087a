/// Whether bytes look like what is printed on goods: only signs that chance hardly gives.
enum Plausible {
    /// Whether it is an article number with its check digit, a web address, or begins as our codes do.
    static func isSense(_ payload: [UInt8]) -> Bool {
        let data: [UInt8]
        if let parts = AIMIdentifier.split(payload), parts.identifier.symbolName != nil {
            data = parts.data
        } else {
            data = payload
        }
        if GTIN.lengths.contains(data.count), data.allSatisfy({ 0x30...0x39 ~= $0 }) {
            return GTIN.isRight(data.map { $0 - 0x30 })
        }
        return beginnings.contains { data.starts(with: $0) }
    }

    /// Whether the case of its letters must have been exchanged.
    static func isInverted(_ payload: [UInt8]) -> Bool {
        inverted.contains { payload.starts(with: $0) }
    }

    private static let beginnings = ["https://", "http://", "BILL-", "CN-", "HTTPS://"].map {
        Array($0.utf8)
    }

    /// Identifiers and beginnings that only an exchanged case can give; `]E0` may be as it should.
    private static let inverted = ["bill-", "cn-", "]c1", "]q3", "]D2"].map { Array($0.utf8) }
}
