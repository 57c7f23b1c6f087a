/// One thing that is wrong with the settings, and where.
package struct SettingsProblem: Error, Hashable, Sendable {
    /// The file, where it is not the settings file itself but one of its additions.
    package let file: String?
    /// The line of the file, from 1.
    package let line: Int
    /// What is wrong and what to write instead, without a full stop.
    package let sentence: String

    /// Gathers a problem.
    package init(file: String? = nil, line: Int, sentence: String) {
        self.file = file
        self.line = line
        self.sentence = sentence
    }
}
