package import Receipts

/// Turns a laid-out receipt into the bytes of an ESC/POS printer.
package struct ReceiptEncoder: Sendable {
    private let profile: PrinterProfile

    /// Encodes for a printer.
    package init(_ profile: PrinterProfile) {
        self.profile = profile
    }

    /// The whole receipt as one stretch of bytes.
    ///
    /// Each character is one the printer has, or dots; none is replaced. Throws when the receipt
    /// was laid out for a printer with other characters. The bytes hold no command that a printer
    /// would obey out of turn.
    package func encode(_ receipt: LaidOutReceipt) throws(EncodingError) -> [UInt8] {
        var session = EncodingSession(profile, rasters: receipt.rasters)
        try session.start(receipt)
        for line in receipt.lines { try session.add(line) }
        return session.writer.bytes
    }
}
