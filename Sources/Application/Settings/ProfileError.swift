/// Profiles of printers that cannot be used: every problem of them, with its file and line.
package struct ProfileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong, and where.
    package struct Problem: Hashable, Sendable {
        /// The file's name.
        package let file: String
        /// The line of the file, from 1.
        package let line: Int
        /// What is wrong and what to write instead, without a full stop.
        package let sentence: String
    }

    /// Every problem, in the order of files and lines.
    package let problems: [Problem]

    init(_ problems: [Problem]) {
        self.problems = problems.sorted {
            ($0.file, $0.line, $0.sentence) < ($1.file, $1.line, $1.sentence)
        }
    }

    /// A line for each problem, each beginning with the file and the line to look at.
    package var description: String {
        problems.map { "\($0.file):\($0.line): \($0.sentence)." }.joined(separator: "\n")
    }
}
