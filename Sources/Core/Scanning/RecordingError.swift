/// A text that is no recording: which line to look at, and what is wrong with it.
package struct RecordingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    package let line: Int
    /// What is wrong and what belongs there, without a full stop.
    package let sentence: String

    /// Gathers a problem.
    package init(line: Int, _ sentence: String) {
        self.line = line
        self.sentence = sentence
    }

    /// The line and the sentence.
    package var description: String { "line \(line): \(sentence)." }
}
