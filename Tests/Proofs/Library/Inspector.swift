import RecordingVFS

/// Somebody who looks into the books of a recorder over a connection of their own.
///
/// It stays open, so that a question costs no more than its answer. Whatever happens to the files
/// meanwhile, SQLite finds its index of the log empty and recovers, as it does at every start.
@safe
final class Inspector {
    /// A query that is kept.
    struct Question {
        fileprivate let number: Int32
        fileprivate let columns: Int
    }

    private let recorder: Recorder
    private let checker: OpaquePointer

    init(_ recorder: Recorder) throws {
        guard let checker = unsafe checker_new(recorder.recorder) else {
            throw ProofError("the inspector could not be made")
        }
        self.recorder = recorder
        unsafe self.checker = checker
    }

    deinit { unsafe checker_free(checker) }

    /// Keeps queries of one number each, to be asked at once.
    func question(_ queries: [String]) -> Question {
        question(
            "SELECT " + queries.map { "(\($0))" }.joined(separator: ", "), columns: queries.count)
    }

    /// Keeps a query of some columns.
    func question(_ query: String, columns: Int) -> Question {
        Question(number: unsafe checker_add(checker, query), columns: columns)
    }

    /// The first row of an answer; nil when the books cannot be read.
    func ask(_ question: Question, _ values: [Int64] = []) -> [Int64]? {
        var row = [Int64](repeating: 0, count: question.columns)
        var count: Int32 = 0
        let code = unsafe checker_ask(
            checker, question.number, values, Int32(values.count), Int32(question.columns), &row,
            1, &count)
        return code == 0 && count > 0 ? row : nil
    }

    /// Lets the database go until the next question.
    func close() { unsafe checker_close(checker) }
}
