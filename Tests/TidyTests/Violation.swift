/// A place that breaks a rule of the house.
struct Violation: Equatable, CustomStringConvertible {
    let path: String
    /// Counted from 1; nil where the rule is about the whole file.
    let line: Int?
    /// What is wrong, and what to do instead where that is not plain.
    let what: String

    var description: String {
        "\(path)\(line.map { ":\($0)" } ?? ""): \(what)"
    }
}
