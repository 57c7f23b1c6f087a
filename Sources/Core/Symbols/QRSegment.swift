/// A text in the densest of the three ways in which QR can write the whole of it.
struct QRSegment: Hashable, Sendable {
    private enum Mode: Int, Hashable {
        case digits = 1
        case capitals = 2
        case bytes = 4
    }

    private let mode: Mode
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
        mode =
            if bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
                .digits
            } else if bytes
                .allSatisfy({ Self.capitals.contains($0) })
            { .capitals } else { .bytes }
    }

    /// The bits of the mode, the count and the text.
    func bitCount(version: Int) -> Int {
        let count = bytes.count
        let text =
            switch mode {
            case .digits: count / 3 * 10 + [0, 4, 7][count % 3]
            case .capitals: count / 2 * 11 + count % 2 * 6
            case .bytes: count * 8
            }
        // A text too long for its count field is too long for the symbol as well.
        return 4 + countBits(version) + text
    }

    /// The data codewords: the bits, a terminator and padding up to `count`.
    func codewords(version: Int, count: Int) -> [UInt8] {
        var bits = BitRow()
        bits.append(mode.rawValue, count: 4)
        bits.append(bytes.count, count: countBits(version))
        appendText(to: &bits)
        bits.append(0, count: min(4, count * 8 - bits.count))
        bits.append(0, count: (8 - bits.count % 8) % 8)
        var codewords = bits.bytes
        for pad in 0..<(count - codewords.count) { codewords.append(pad % 2 == 0 ? 0xEC : 0x11) }
        return codewords
    }

    private func appendText(to bits: inout BitRow) {
        switch mode {
        case .digits:
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let part = bytes[start..<min(start + 3, bytes.count)]
                let value = part.reduce(0) { $0 * 10 + Int($1) - 0x30 }
                bits.append(value, count: part.count * 3 + 1)
            }
        case .capitals:
            for start in stride(from: 0, to: bytes.count, by: 2) {
                let part = bytes[start..<min(start + 2, bytes.count)]
                let value = part.reduce(0) { $0 * 45 + (Self.capitals.firstIndex(of: $1) ?? 0) }
                bits.append(value, count: part.count == 2 ? 11 : 6)
            }
        case .bytes: for byte in bytes { bits.append(Int(byte), count: 8) }
        }
    }

    private func countBits(_ version: Int) -> Int {
        let column = version < 10 ? 0 : version < 27 ? 1 : 2
        return switch mode {
        case .digits: [10, 12, 14][column]
        case .capitals: [9, 11, 13][column]
        case .bytes: [8, 16, 16][column]
        }
    }

    private static let capitals = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)
}

/// Bits one after the other, the first in the highest place of the first byte.
private struct BitRow {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ value: Int, count bits: Int) {
        for bit in (0..<max(0, bits)).reversed() {
            if count % 8 == 0 { bytes.append(0) }
            if value >> bit & 1 == 1 { bytes[count / 8] |= 0x80 >> UInt8(count % 8) }
            count += 1
        }
    }
}
