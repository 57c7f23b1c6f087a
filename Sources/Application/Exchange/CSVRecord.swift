/// One record of a CSV file: its fields as bytes, in one buffer that is used again and again.
package struct CSVRecord {
    /// The physical line on which the record starts, from 1.
    package private(set) var line = 1
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Makes a record for a reader to fill.
    package init() {}

    /// How many fields there are; at least one in a record that was read.
    package var count: Int { ends.count }

    /// The bytes of a field: valid UTF-8, quotes undone.
    package func field(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// A field as text.
    package func text(_ index: Int) -> String {
        String(decoding: field(index), as: UTF8.self)
    }

    /// Whether nothing stands in any field.
    package var isEmpty: Bool { bytes.isEmpty }

    /// How long the field being filled is.
    var openLength: Int { bytes.count - (ends.last ?? 0) }

    mutating func restart(line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    mutating func append(_ piece: ArraySlice<UInt8>) {
        bytes.append(contentsOf: piece)
    }

    /// Ends the field being filled; false when its bytes are not UTF-8.
    mutating func closeField(isASCII: Bool) -> Bool {
        let start = ends.last ?? 0
        ends.append(bytes.count)
        guard !isASCII else { return true }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
            return true
        } catch {
            return false
        }
    }
}
