/// Why one row cannot be imported, as a sentence without a full stop.
struct RowRefusal: Error, Hashable {
    /// What is wrong and, where it helps, what to write instead.
    let sentence: String

    /// Makes a refusal of a row.
    init(_ sentence: String) {
        self.sentence = sentence
    }
}
