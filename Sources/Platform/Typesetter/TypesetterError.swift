/// Why text could not be drawn.
package enum TypesetterError: Error, Hashable, Sendable {
    /// The drawing library could not get the memory for a picture.
    case noMemory
    /// A picture could not be written; the sentence is the drawing library's.
    case notWritten(path: String, reason: String)
    /// No installed font has the characters of a word that must be drawn.
    case noFont(String)
}

extension TypesetterError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noMemory: "there is not enough memory to draw a text; nothing was printed"
        case .notWritten(let path, let reason):
            "the picture \(path) could not be written: \(reason); check that the folder exists "
                + "and may be written to"
        case .noFont(let word):
            "no installed font can write \(word); install the Debian package fonts-dejavu-core"
        }
    }
}
