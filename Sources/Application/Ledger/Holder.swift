/// Who owns a data folder, in the line that others are told.
package struct Holder: Hashable, Sendable {
    /// The line in the lock file.
    let line: String
    private static let briefly = ", for a moment"

    /// A till that owns the shop as long as it runs.
    package static func longTerm(_ name: String) -> Holder {
        Holder(line: name)
    }

    /// A command that owns the shop until it is done, and is worth waiting for.
    package static func brief(_ name: String) -> Holder {
        Holder(line: name + briefly)
    }

    static func isBrief(_ line: String) -> Bool {
        line.hasSuffix(briefly)
    }
}
