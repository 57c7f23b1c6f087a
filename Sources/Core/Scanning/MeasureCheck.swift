/// The check digit of a price or weight inside a store's own code.
///
/// GS1 General Specifications, section 7.9: each digit goes through a table for its place; four
/// digits use 2−, 2−, 3, 5−, five use 5+, 2−, 5−, 5+, 2−.
enum MeasureCheck {
    private static let twoMinus = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7]
    private static let three = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7]
    private static let fivePlus = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9]
    private static let fiveMinus = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1]

    /// The lengths of values that GS1 has a check digit for.
    static let lengths = [4, 5]

    /// The check digit of four or five digits (0…9); nil for any other number of them.
    static func digit(of digits: [UInt8]) -> UInt8? {
        switch digits.count {
        case 4:
            return UInt8(sum(digits, [twoMinus, twoMinus, three, fiveMinus]) * 3 % 10)
        case 5:
            let sum = sum(digits, [fivePlus, twoMinus, fiveMinus, fivePlus, twoMinus])
            // The digit whose own weighted form fills the sum up to a ten.
            return fiveMinus.firstIndex(of: (10 - sum % 10) % 10).map(UInt8.init)
        default:
            return nil
        }
    }

    private static func sum(_ digits: [UInt8], _ tables: [[Int]]) -> Int {
        zip(digits, tables).reduce(0) { $0 + $1.1[Int($1.0)] }
    }
}
