extension Wording {
    /// Something is wrong with the shop's backups.
    package func backups(_ trouble: String) -> Row {
        Row(.notice, "\(trouble) Selling goes on; tell the owner. galla doctor says more.")
    }

    /// What was wrong with the backups is over.
    package var backupsMade: Row { Row(.notice, "The shop has its backups again.") }
}
