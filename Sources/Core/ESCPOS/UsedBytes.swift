import Receipts
import Symbols

/// Which printable ASCII bytes a receipt uses, and which signs its code page lacks.
struct UsedBytes {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var missing: [Unicode.Scalar] = []
    private var noted: [UInt32] = []

    init(of receipt: LaidOutReceipt, on pages: PageSwitch) {
        for line in receipt.lines {
            switch line {
            case .text(let pieces), .doubleText(let pieces):
                for piece in pieces { add(piece, pages) }
            case .barcode(let symbol, _): add(symbol.text, pages)
            case .picture, .qr, .pdf417, .cut, .drawerPulse, .beep: break
            }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : high >> UInt64(byte & 63) & 1 == 1
    }

    private mutating func add(_ piece: Piece, _ pages: PageSwitch) {
        if case .text(let text) = piece.content { add(text, pages) }
    }

    private mutating func add(_ text: String, _ pages: PageSwitch) {
        text.forEachScalarValue { value in
            if value < 64 {
                low |= 1 << UInt64(value)
            } else if value < 128 {
                high |= 1 << UInt64(value & 63)
            } else {
                note(value, pages)
            }
        }
    }

    /// A receipt has few kinds of such characters and many of each.
    private mutating func note(_ value: UInt32, _ pages: PageSwitch) {
        guard !noted.contains(value) else { return }
        noted.append(value)
        if !pages.has(value), let sign = Unicode.Scalar(value) { missing.append(sign) }
    }
}
