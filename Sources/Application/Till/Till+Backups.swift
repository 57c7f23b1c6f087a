import LineMode

// The shop's backups: what is wrong with them is said once, and stays in the status.
extension Till {
    mutating func take(backups trouble: String?) -> [TillEffect] {
        let before = state.backupTrouble
        state.backupTrouble = trouble
        guard trouble != before else { return [] }
        return [.show(trouble.map { [wording.backups($0)] } ?? [wording.backupsMade])]
    }
}
