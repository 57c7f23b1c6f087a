/// The short form of a UPC-A whose zeros are left out (GS1 General Specifications, section 5.2.2.4).
enum UPCE {
    /// The twelve digits that eight stand for, check digit last; nil when they cannot be a UPC-E.
    ///
    /// The first digit is the number system, 0 or 1; the sixth after it says which zeros are missing.
    static func expanded(_ digits: [UInt8]) -> [UInt8]? {
        guard digits.count == 8, digits[0] <= 1 else { return nil }
        let system = digits[0]
        let item = Array(digits[1...6])
        let middle: [UInt8] =
            switch item[5] {
            case 0...2: [item[0], item[1], item[5], 0, 0, 0, 0, item[2], item[3], item[4]]
            case 3: [item[0], item[1], item[2], 0, 0, 0, 0, 0, item[3], item[4]]
            case 4: [item[0], item[1], item[2], item[3], 0, 0, 0, 0, 0, item[4]]
            default: [item[0], item[1], item[2], item[3], item[4], 0, 0, 0, 0, item[5]]
            }
        return [system] + middle + [digits[7]]
    }
}
