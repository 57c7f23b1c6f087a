/// An import that did not happen; unless it says otherwise, the books are as they were.
package enum ImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file cannot be opened or read.
    case unreadable(file: String, reason: String)
    /// Lines of the file are wrong: the first ones in their order, and how many follow.
    case refused(file: String, problems: [ImportProblem], more: Int)
    /// The books could not be read or written.
    case failed(file: String, reason: String)
    /// Saving ended with an error; whether the import is in the books is unknown.
    case uncertain(file: String, reason: String)

    /// The most lines that are named one by one.
    package static let mostProblems = 1000

    /// A line for each bad line of the file, then what became of the import.
    package var description: String {
        switch self {
        case .unreadable(let file, let reason):
            "\(file) cannot be read: \(reason). Nothing was imported."
        case .refused(let file, let problems, let more):
            (problems.map { "\(file):\($0.line): \($0.sentence)." }
                + (more > 0 ? ["and \(more) more."] : [])
                + ["Nothing was imported."]).joined(separator: "\n")
        case .failed(let file, let reason):
            "\(file) could not be imported: \(reason). Nothing was imported."
        case .uncertain(let file, let reason):
            "Saving the import of \(file) ended with an error: \(reason). Whether it is in the "
                + "books is not known. Import the file again: what is there is not doubled."
        }
    }
}
