/// The settings file cannot be used; nothing was started and nothing was changed.
package enum SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is there but cannot be read, or was asked for and is not there.
    case unreadable(file: String, reason: String)
    /// What the file says is wrong: every problem of it and its additions, in the order of their lines.
    case refused(file: String, problems: [SettingsProblem])

    /// A line for each problem, each beginning with the file and the line to look at.
    package var description: String {
        switch self {
        case .unreadable(let file, let reason):
            "The settings file \(file) cannot be read: \(reason)."
        case .refused(let file, let problems):
            problems.map { "\($0.file ?? file):\($0.line): \($0.sentence)." }.joined(
                separator: "\n")
        }
    }
}
