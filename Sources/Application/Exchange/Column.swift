/// The columns of one kind of file; the raw values count from zero.
protocol Column: CaseIterable, RawRepresentable<Int>, Hashable {
    /// The word in the header.
    var name: String { get }
    /// Whether a file may do without the column.
    var isOptional: Bool { get }
}

extension Column {
    /// The header of a file that has every column.
    static var header: String { allCases.map(\.name).joined(separator: ",") }
}
