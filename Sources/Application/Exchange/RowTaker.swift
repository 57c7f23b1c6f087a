import Ledger

/// Takes the rows of one kind of file into the books, one by one.
protocol RowTaker {
    /// The file's columns.
    associatedtype Name: Column

    /// Starts before the first row; `milliseconds` since 1970 is when the import happens.
    init(at milliseconds: Int64)

    /// Takes a row. Throws a `RowRefusal`, or what the books throw.
    mutating func take(
        _ record: CSVRecord, _ header: Header<Name>, into books: Books
    ) throws

    /// What was done so far.
    var report: ImportReport { get }
}
