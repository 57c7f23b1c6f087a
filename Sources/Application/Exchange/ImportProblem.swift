/// One line of a file that cannot be imported, and why.
package struct ImportProblem: Hashable, Sendable {
    /// The physical line of the file, from 1.
    package let line: Int
    /// What is wrong with it, without a full stop.
    package let sentence: String

    /// Gathers a problem.
    package init(line: Int, sentence: String) {
        self.line = line
        self.sentence = sentence
    }
}
