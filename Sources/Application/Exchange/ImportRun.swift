import Ledger
import Linux

/// One import from the first byte to the commit: all rows, or none and every reason.
///
/// Rows are checked and written in the same pass and the same transaction, so that each is checked
/// against the books as the rows before it leave them; a bad row rolls everything back.
struct ImportRun<Taker: RowTaker> {
    private let file: String
    private var problems: [ImportProblem] = []
    private var more = 0
    private var hasFinished = false

    /// Imports a file into the books of a ledger.
    static func run(
        _ taker: Taker.Type, file: String, into ledger: Ledger
    ) throws(ImportError) -> ImportReport {
        var run = ImportRun(file: file)
        do {
            return try ledger.transaction { try run.readAll(into: $0) }
        } catch let error as ImportError {
            throw error
        } catch {
            let reason = "\(error)"
            throw run.hasFinished
                ? .uncertain(file: file, reason: reason) : .failed(file: file, reason: reason)
        }
    }

    private init(file: String) {
        self.file = file
    }

    private mutating func readAll(into books: Books) throws -> ImportReport {
        var taker = Taker(at: Clocks.wallMilliseconds())
        do {
            try readRows(into: &taker, books)
        } catch let error as CSVError {
            guard let line = error.line else {
                throw ImportError.unreadable(file: file, reason: error.sentence)
            }
            refuse(line, error.sentence)
        }
        guard problems.isEmpty else {
            throw ImportError.refused(file: file, problems: problems, more: more)
        }
        hasFinished = true
        return taker.report
    }

    private mutating func readRows(into taker: inout Taker, _ books: Books) throws {
        var reader = CSVReader(try FileBytes(path: file))
        var record = CSVRecord()
        guard try reader.next(into: &record) else {
            return refuse(1, "the file is empty; its first line is \(Taker.Name.header)")
        }
        guard let header = header(record) else { return }
        while try reader.next(into: &record) {
            // Spreadsheets end with rows in which nothing stands but delimiters.
            guard !record.isEmpty else { continue }
            do {
                try Self.take(record, header, by: &taker, into: books)
            } catch let error as RowRefusal {
                refuse(record.line, error.sentence)
            }
        }
    }

    private mutating func header(_ record: CSVRecord) -> Header<Taker.Name>? {
        do throws(RowRefusal) {
            return try Header(record)
        } catch {
            refuse(record.line, error.sentence)
            return nil
        }
    }

    private static func take(
        _ record: CSVRecord, _ header: Header<Taker.Name>, by taker: inout Taker, into books: Books
    ) throws {
        guard record.count == header.count else {
            throw RowRefusal(
                "there are \(record.count) fields where the header has \(header.count)")
        }
        try taker.take(record, header, into: books)
    }

    private mutating func refuse(_ line: Int, _ sentence: String) {
        guard problems.count < ImportError.mostProblems else {
            more += 1
            return
        }
        problems.append(ImportProblem(line: line, sentence: sentence))
    }
}
