/// One thing that is wrong with a settings file, and where.
package struct SettingsProblem: Error, Hashable, Sendable {
    /// The line of the file, from 1.
    package let line: Int
    /// What is wrong and what to write instead, without a full stop.
    package let sentence: String

    /// Gathers a problem.
    package init(line: Int, sentence: String) {
        self.line = line
        self.sentence = sentence
    }
}
