import Printing

/// What is known of a printer from all that it said: each answer changes only what it speaks of.
///
/// Bits: Epson's tables of `DLE EOT`, `GS a` and `GS r`, as facts of TM printers and their clones.
struct StatusBoard: Hashable, Sendable {
    private(set) var troubles: Set<PrinterTrouble> = []
    /// Whether it waits to be told how to go on after an error.
    private(set) var awaitsRecovery = false
    /// The levels of the drawer connector's pin 3 that were seen, and the present one.
    private var levelsSeen: Set<Bool> = []
    private var isLevelHigh = true

    /// Whether the drawer is open; nil until its level has changed, because where no drawer is
    /// wired the level says nothing. Low is open.
    var isDrawerOpen: Bool? { levelsSeen.count == 2 ? !isLevelHigh : nil }

    /// The answer to `DLE EOT n`.
    mutating func take(_ byte: UInt8, of question: UInt8) {
        switch question {
        case 1:
            setDrawer(isHigh: byte & 0x04 != 0)
            set(.offline, byte & 0x08 != 0)
            awaitsRecovery = byte & 0x20 != 0
        case 2:
            set(.coverOpen, byte & 0x04 != 0)
            // Bit 5: printing was stopped by the paper's end; bit 6: an error, named by n = 3.
            if byte & 0x20 != 0 { set(.paperOut, true) }
        case 3:
            set(.error, byte & 0x04 != 0)
            set(.cutter, byte & 0x08 != 0)
            set(.unrecoverable, byte & 0x20 != 0)
            set(.overheated, byte & 0x40 != 0)
        case 4:
            set(.paperNearEnd, byte & 0x0C == 0x0C)
            set(.paperOut, byte & 0x60 == 0x60)
        default: break
        }
    }

    /// A pushed status speaks of everything.
    mutating func take(_ status: AutomaticStatus) {
        setDrawer(isHigh: status.printer & 0x04 != 0)
        set(.offline, status.printer & 0x08 != 0)
        set(.coverOpen, status.printer & 0x20 != 0)
        awaitsRecovery = status.error & 0x01 != 0
        set(.error, status.error & 0x04 != 0)
        set(.cutter, status.error & 0x08 != 0)
        set(.unrecoverable, status.error & 0x20 != 0)
        set(.overheated, status.error & 0x40 != 0)
        set(.paperNearEnd, status.paper & 0x03 != 0)
        set(.paperOut, status.paper & 0x0C != 0)
    }

    /// The answer to `GS r 1`: bits 0 and 1 near the end, bits 2 and 3 out of paper.
    mutating func takeInOrder(_ byte: UInt8) {
        set(.paperNearEnd, byte & 0x03 != 0)
        set(.paperOut, byte & 0x0C != 0)
    }

    /// The troubles to speak of: offline is said only where nothing tells why.
    var spoken: Set<PrinterTrouble> {
        let reasons = troubles.subtracting([.offline, .paperNearEnd])
        return reasons.isEmpty ? troubles : troubles.subtracting([.offline])
    }

    private mutating func setDrawer(isHigh: Bool) {
        levelsSeen.insert(isHigh)
        isLevelHigh = isHigh
    }

    private mutating func set(_ trouble: PrinterTrouble, _ isThere: Bool) {
        if isThere { troubles.insert(trouble) } else { troubles.remove(trouble) }
    }
}
