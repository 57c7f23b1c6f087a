/// Where a HID-POS scanner's reports hold what was scanned (HID Point of Sale Usage Tables 1.02).
package struct HIDPOSLayout: Hashable, Sendable {
    /// The reports that hold scanned data, by their ids.
    let reports: [UInt8: Report]
    /// Whether each report begins with a byte that says which it is.
    let hasIDs: Bool
    /// The bytes of the longest input report of any kind, its id included.
    package let longestReport: Int

    /// Where one report holds what; places are bits behind the id.
    struct Report: Hashable, Sendable {
        /// The first bit of the decoded data, which is in whole bytes.
        var dataBit: Int
        /// How many bytes of data the report has room for.
        var dataCount: Int
        /// The three bytes of the AIM identifier, in order, if the report has them.
        var symbology: [Int] = []
        /// How many bytes of the data count, and the bits of that number.
        var length: (bit: Int, bits: Int)?
        /// The bit that is set when the same code goes on in the next report.
        var continued: Int?

        static func == (left: Report, right: Report) -> Bool {
            left.dataBit == right.dataBit && left.dataCount == right.dataCount
                && left.symbology == right.symbology && left.continued == right.continued
                && left.length?.bit == right.length?.bit && left.length?.bits == right.length?.bits
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(dataBit)
            hasher.combine(dataCount)
        }
    }

    /// Page 0x8C, usages of bar code scanners.
    private enum Usage {
        static let page: UInt32 = 0x8C
        static let symbology: [UInt32] = [0x8C_00FB, 0x8C_00FC, 0x8C_00FD]
        static let decodedData: UInt32 = 0x8C_00FE
        static let continued: UInt32 = 0x8C_00FF
        /// Byte Count of the Generic Desktop page.
        static let byteCount: UInt32 = 0x01_003B
    }

    /// Finds the places in a report descriptor, or says why there are none.
    package init(descriptor bytes: [UInt8]) throws(HIDPOSDescriptorError) {
        let descriptor = try HIDPOSDescriptor(bytes)
        guard descriptor.applications.contains(where: { $0 >> 16 == Usage.page }) else {
            throw .notAScanner
        }
        hasIDs = descriptor.hasIDs
        longestReport =
            (descriptor.bits.values.max() ?? 0) / 8
            + (descriptor.bits.values.contains { $0 % 8 != 0 } ? 1 : 0) + (hasIDs ? 1 : 0)
        reports = Self.reports(descriptor.fields.filter { $0.application >> 16 == Usage.page })
        guard !reports.isEmpty else { throw .noData }
    }

    private static func reports(_ fields: [HIDPOSField]) -> [UInt8: Report] {
        var reports: [UInt8: Report] = [:]
        for field in fields {
            guard let place = field.place(of: Usage.decodedData), field.bits == 8,
                field.bit(of: place.lowerBound) % 8 == 0, reports[field.report] == nil
            else { continue }
            var report = Report(
                dataBit: field.bit(of: place.lowerBound), dataCount: place.count)
            complete(&report, fields.filter { $0.report == field.report })
            reports[field.report] = report
        }
        return reports
    }

    private static func complete(_ report: inout Report, _ fields: [HIDPOSField]) {
        func bit(_ usage: UInt32, bits: ClosedRange<Int>) -> (bit: Int, bits: Int)? {
            for field in fields where bits.contains(field.bits) {
                if let place = field.place(of: usage) {
                    return (field.bit(of: place.lowerBound), field.bits)
                }
            }
            return nil
        }
        let symbology = Usage.symbology.compactMap { bit($0, bits: 8...8)?.bit }
        if symbology.count == 3, symbology.allSatisfy({ $0 % 8 == 0 }) {
            report.symbology = symbology
        }
        report.length = bit(Usage.byteCount, bits: 1...32)
        report.continued = bit(Usage.continued, bits: 1...32)?.bit
    }
}
