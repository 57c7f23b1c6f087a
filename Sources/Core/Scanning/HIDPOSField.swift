/// One input field of a HID report: elements of one size side by side, and what each means.
struct HIDPOSField: Hashable, Sendable {
    /// The report that it is in; 0 where reports have no ids.
    let report: UInt8
    /// Where its first bit is, counted from the first bit behind the id.
    let firstBit: Int
    /// How many bits an element has.
    let bits: Int
    /// How many elements it has.
    let count: Int
    /// What the elements mean in turn, page above and usage below; the last goes on to the end.
    let usages: [ClosedRange<UInt32>]
    /// What the collection around it, on the outside, is for.
    let application: UInt32

    /// The elements that have a meaning: where the first is, and how many there are.
    func place(of usage: UInt32) -> Range<Int>? {
        var before = 0
        for (index, range) in usages.enumerated() {
            guard before < count else { return nil }
            let isLast = index == usages.count - 1
            if range.contains(usage) {
                let start = before + Int(usage - range.lowerBound)
                guard start < count else { return nil }
                return start..<(isLast && usage == range.upperBound ? count : start + 1)
            }
            // The difference of two 32-bit numbers and one more fits a 64-bit one.
            before += Int(range.upperBound - range.lowerBound) + 1
        }
        return nil
    }

    /// The bit at which an element starts.
    func bit(of element: Int) -> Int { firstBit + element * bits }
}
