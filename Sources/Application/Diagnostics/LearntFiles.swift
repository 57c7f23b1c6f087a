/// What learning a scanner writes: an addition to the settings and a local udev rule.
package enum LearntFiles {
    /// The name of the addition within `galla.toml.d`.
    package static let additionName = "50-learnt-scanners.toml"
    /// Where local rules stand; packages never write there.
    package static let rulesPath = "/etc/udev/rules.d/69-galla-local.rules"

    /// The addition that has the scanner beside those of before; `uris` are what holds now.
    package static func addition(_ learnt: LearntScanner, uris: [String]) -> String {
        let all = uris.contains(learnt.address) ? uris : uris + [learnt.address]
        return """
            # Written by `galla scanner learn`, the last time for \(learnt.facts).
            # It replaces the list in galla.toml; remove what is no longer there.
            [scanner]
            uris = [\(all.map(quoted).joined(separator: ", "))]

            """
    }

    /// The local rules with the scanner's among them; nil where it is there already or needs none.
    package static func rules(_ learnt: LearntScanner, before: String?) -> String? {
        guard let rule = learnt.rule else { return nil }
        let lines = (before ?? "").split(separator: "\n")
        guard !lines.contains(where: { $0 == rule }) else { return nil }
        var text = before ?? Self.header
        if !text.hasSuffix("\n") { text += "\n" }
        return text + "# \(learnt.facts)\n\(rule)\n"
    }

    /// Why a path must not be written to; nil for a good one.
    package static func refusal(ofRules path: String) -> String? {
        let packaged = ["/usr/lib/udev/", "/lib/udev/", "/usr/local/lib/udev/"]
        guard packaged.contains(where: { path.hasPrefix($0) }) else { return nil }
        return "\(path) belongs to packages, whose next version would replace it. Name a file in "
            + "/etc/udev/rules.d."
    }

    private static let header = """
        # Scanners of this machine, found by `galla scanner learn`.
        # They are marked before 70-galla.rules gives them to the group galla.

        """

    /// A TOML basic string.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
