import Receipts

extension ByteWriter {
    /// `GS H`, `GS f`, `GS h`, `GS w`, `GS k 73`: a CODE128 symbol with its text under it.
    mutating func appendBarcode(_ code: Code128, moduleDots: Int) {
        append([0x1D, 0x48, 2, 0x1D, 0x66, 0, 0x1D, 0x68, 80])
        append([0x1D, 0x77, UInt8(moduleDots)])
        let payload = Self.payload(of: code)
        append([0x1D, 0x6B, 73, UInt8(payload.count)])
        append(payload)
    }

    /// `{B` before printable text, where `{` is doubled; `{C` before values 0 to 99.
    private static func payload(of code: Code128) -> [UInt8] {
        let open: UInt8 = 0x7B
        return code.parts.flatMap { part -> [UInt8] in
            switch part {
            case .letters(let bytes):
                [open, 0x42] + bytes.flatMap { $0 == open ? [open, open] : [$0] }
            case .digitPairs(let values): [open, 0x43] + values
            }
        }
    }
}
