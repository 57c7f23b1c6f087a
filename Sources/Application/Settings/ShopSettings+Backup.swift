// The section `[backup]`.
extension ShopSettings {
    static func backup(
        _ document: SettingsDocument, _ problems: inout [SettingsProblem]
    ) -> Backup {
        var section = SectionReader("backup", of: document)
        defer { problems += section.problems }
        let standard = builtIn.backup
        return Backup(
            isDaily: section.flag("daily", default: standard.isDaily),
            keep: section.integer("keep", in: 1...1_000, default: standard.keep),
            copies: section.texts(
                "copies", default: standard.copies,
                expected: "folders that are there, like [\"/media/stick/galla\"]",
                { $0.hasPrefix("/") }))
    }
}
