/// Cuts the bytes of a serial or HID-POS scanner into scans.
///
/// The same rules hold as for keys: terminators, silence, prefix and suffix, the longest scan, and
/// nothing of a scan that went wrong. Times are nanoseconds of the monotonic clock.
package struct ByteFramer: Sendable {
    private var assembler: ScanAssembler

    /// Makes a framer that has seen nothing.
    package init(settings: ScanSettings) {
        assembler = ScanAssembler(settings: settings)
    }

    /// Takes the bytes of one read in order; `deliver` gets each scan that they complete or spoil.
    package mutating func feed(
        _ bytes: some Sequence<UInt8>, at time: UInt64, deliver: (Decoded) -> Void
    ) {
        if let ended = assembler.advance(to: time) { deliver(ended) }
        for byte in bytes {
            if let found = assembler.take(byte) { deliver(found) }
        }
    }

    /// Ends the scan because the device says that it is whole (the last report of a HID-POS one).
    package mutating func end() -> Decoded? {
        assembler.end(by: nil, isSilence: false)
    }

    /// Throws this scan away because bytes of it were lost or damaged on the line.
    package mutating func lose(at time: UInt64) -> Decoded {
        assembler.lose(at: time)
    }

    /// When what has arrived so far is all there is; nil when there is nothing.
    package var deadline: UInt64? { assembler.deadline }

    /// Ends what has arrived if its deadline has passed: a scan where silence ends one, else a loss.
    package mutating func expire(at now: UInt64) -> Decoded? {
        assembler.expire(at: now)
    }

    /// Drops what has arrived because no more will come; says so if it was anything.
    package mutating func unplug() -> Decoded? {
        assembler.unplug()
    }

    /// How the scan arrived that was completed last.
    package var traits: ScanTraits { assembler.completed }
}
