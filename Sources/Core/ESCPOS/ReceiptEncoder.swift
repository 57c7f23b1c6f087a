package import Receipts

/// Turns a laid-out receipt into the bytes of an ESC/POS printer.
package struct ReceiptEncoder: Sendable {
    private let profile: PrinterProfile
    private let stored: StoredPictures

    /// Encodes for a printer that has these pictures in its memory.
    package init(_ profile: PrinterProfile, stored: StoredPictures = .none) {
        self.profile = profile
        self.stored = profile.keepsPictures ? stored : .none
    }

    /// The bytes that put a picture into the printer's memory; nil where it has none.
    ///
    /// They print nothing and take the place of an earlier picture of the same letters.
    package func storing(_ raster: Raster, as key: StoredPictures.Key) -> [UInt8]? {
        guard profile.keepsPictures else { return nil }
        var writer = ByteWriter(capacity: raster.bytes.count + 32)
        writer.store(raster, as: key)
        return writer.bytes
    }

    /// The bytes that remove a picture from the printer's memory; nil where it has none.
    package func forgetting(_ key: StoredPictures.Key) -> [UInt8]? {
        guard profile.keepsPictures else { return nil }
        var writer = ByteWriter(capacity: 16)
        writer.forget(key)
        return writer.bytes
    }

    /// The bytes that open a drawer and print nothing; nil where the printer cannot.
    package func openingDrawer(_ pin: DrawerPin? = nil) -> [UInt8]? {
        guard let pulse = profile.drawer, profile.drawerPins.contains(pin ?? pulse.pin) else {
            return nil
        }
        var writer = ByteWriter(capacity: 8)
        writer.openDrawer(pulse.on(pin ?? pulse.pin))
        return writer.bytes
    }

    /// The whole receipt as one stretch of bytes.
    ///
    /// Each character is one the printer has, or dots; none is replaced. Throws when the receipt
    /// was laid out for a printer with other characters. The bytes hold no command that a printer
    /// would obey out of turn.
    package func encode(_ receipt: LaidOutReceipt) throws(EncodingError) -> [UInt8] {
        var session = EncodingSession(profile, rasters: receipt.rasters, stored: stored)
        try session.start(receipt)
        for line in receipt.lines { try session.add(line) }
        return session.writer.bytes
    }
}
