/// A HID report descriptor (HID 1.11 §6.2.2), as far as a scanner's input reports need it.
///
/// Takes any bytes; memory and time grow with their number only.
struct HIDPOSDescriptor: Hashable, Sendable {
    /// The input fields that mean something, in the order of the descriptor.
    private(set) var fields: [HIDPOSField] = []
    /// The bits of each input report behind its id, padding included.
    private(set) var bits: [UInt8: Int] = [:]
    /// Whether each report begins with a byte that says which it is.
    private(set) var hasIDs = false
    /// The outermost collections, page above and usage below.
    private(set) var applications: Set<UInt32> = []

    /// The most bits of one report: more than the kernel takes (`HID_MAX_BUFFER_SIZE`, 16 KiB).
    static let mostBits = 16384 * 8
    private static let deepest = 64

    /// Reads a descriptor from its first byte to its last.
    init(_ bytes: [UInt8]) throws(HIDPOSDescriptorError) {
        var state = State()
        var rest = bytes[...]
        while let item = try HIDPOSItem.next(in: &rest) {
            switch item.kind {
            case .main: try take(main: item, &state)
            case .global: try take(global: item, &state)
            case .local: state.local(item)
            case .other: continue
            }
        }
    }

    private mutating func take(
        main item: HIDPOSItem, _ state: inout State
    ) throws(HIDPOSDescriptorError) {
        defer { state.forgetLocals() }
        switch item.tag {
        case 0x8: try addInput(item, state)
        case 0xA:
            guard state.collections.count < Self.deepest else { throw .unbalanced }
            state.collections.append(state.usages.first?.lowerBound ?? 0)
            if state.collections.count == 1 { applications.insert(state.collections[0]) }
        case 0xC:
            guard state.collections.popLast() != nil else { throw .unbalanced }
        default: return
        }
    }

    private mutating func addInput(
        _ item: HIDPOSItem, _ state: State
    ) throws(HIDPOSDescriptorError) {
        let global = state.global
        let start = bits[global.report] ?? 0
        let (length, overflow) = Int(global.size).multipliedReportingOverflow(
            by: Int(global.count))
        guard !overflow, length <= Self.mostBits - start else { throw .tooLong }
        bits[global.report] = start + length
        // Bit 0 says that it is a constant, which is padding.
        guard item.value & 1 == 0, length > 0 else { return }
        fields.append(
            HIDPOSField(
                report: global.report, firstBit: start, bits: Int(global.size),
                count: Int(global.count), usages: state.usages,
                application: state.collections.first ?? 0))
    }

    private mutating func take(
        global item: HIDPOSItem, _ state: inout State
    ) throws(HIDPOSDescriptorError) {
        switch item.tag {
        case 0x0: state.global.page = item.value & 0xFFFF
        case 0x7: state.global.size = item.value
        case 0x8:
            state.global.report = UInt8(truncatingIfNeeded: item.value)
            hasIDs = true
        case 0x9: state.global.count = item.value
        case 0xA:
            guard state.stack.count < Self.deepest else { throw .unbalanced }
            state.stack.append(state.global)
        case 0xB:
            guard let last = state.stack.popLast() else { throw .unbalanced }
            state.global = last
        default: return
        }
    }

    /// What the items so far have set for those to come.
    private struct State {
        var global = Global()
        var stack: [Global] = []
        var collections: [UInt32] = []
        private var named: [(range: ClosedRange<UInt32>, hasPage: Bool)] = []
        private var minimum: (value: UInt32, hasPage: Bool)?

        struct Global {
            var page: UInt32 = 0
            var report: UInt8 = 0
            var size: UInt32 = 0
            var count: UInt32 = 0
        }

        /// The usages named since the last main item; the page in force then goes with them.
        var usages: [ClosedRange<UInt32>] {
            named.map { usage in
                guard !usage.hasPage else { return usage.range }
                let page = global.page << 16
                return (page | usage.range.lowerBound)...(page | usage.range.upperBound)
            }
        }

        mutating func local(_ item: HIDPOSItem) {
            let hasPage = item.size == 4
            let value = hasPage ? item.value : item.value & 0xFFFF
            switch item.tag {
            case 0x0: named.append((value...value, hasPage))
            case 0x1: minimum = (value, hasPage)
            case 0x2:
                if let minimum, minimum.hasPage == hasPage, minimum.value <= value {
                    named.append((minimum.value...value, hasPage))
                }
                minimum = nil
            default: return
            }
        }

        mutating func forgetLocals() {
            named.removeAll(keepingCapacity: true)
            minimum = nil
        }
    }
}
