/// Check codewords over the field of 256 elements with the polynomial 11Dh (ISO/IEC 18004, annex A).
struct ReedSolomon {
    private let generator: [UInt8]

    init(checkCount: Int) {
        var generator = [UInt8](repeating: 0, count: checkCount - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<checkCount {
            for index in generator.indices {
                generator[index] = Self.product(generator[index], root)
                if index + 1 < generator.count { generator[index] ^= generator[index + 1] }
            }
            root = Self.product(root, 2)
        }
        self.generator = generator
    }

    /// The remainder of the data by the generator.
    func checks(of data: ArraySlice<UInt8>) -> [UInt8] {
        var checks = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ checks.removeFirst()
            checks.append(0)
            for (index, coefficient) in generator.enumerated() {
                checks[index] ^= Self.product(coefficient, factor)
            }
        }
        return checks
    }

    private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var product = 0
        for bit in (0..<8).reversed() {
            product = product << 1 ^ (product >> 7) * 0x11D
            if other >> UInt8(bit) & 1 == 1 { product ^= Int(one) }
        }
        return UInt8(product)
    }
}
