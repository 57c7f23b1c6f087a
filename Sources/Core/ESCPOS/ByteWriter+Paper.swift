import Receipts

extension ByteWriter {
    /// `ESC p m t1 t2`.
    mutating func openDrawer(_ pulse: DrawerPulse) {
        append([0x1B, 0x70, pulse.pin.rawValue, pulse.onTime, pulse.offTime])
    }

    /// So many tones, at most nine, by the printer's own command.
    mutating func beep(_ times: Int, by beeper: Beeper) {
        let count = UInt8(min(max(times, 1), 9))
        switch beeper {
        // Tones of three times 50 ms.
        case .escapeB: append([0x1B, 0x42, count, 3])
        // fn 97, pattern 100: tones of 100 ms with 100 ms between them.
        case .escapeA: append([0x1B, 0x28, 0x41, 5, 0, 97, 100, count, 1, 1])
        case .bell: append([UInt8](repeating: 0x07, count: Int(count)))
        }
    }

    /// `GS V 66 0` or `GS V 65 0`: feeds to the cutter and cuts; `ESC d n` where there is none.
    mutating func endReceipt(cutter: Cutter, tearLines: Int) {
        switch cutter {
        case .partial: append([0x1D, 0x56, 66, 0])
        case .full: append([0x1D, 0x56, 65, 0])
        case .none: append([0x1B, 0x64, UInt8(tearLines)])
        }
    }
}
