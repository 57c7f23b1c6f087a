import ArgumentParser

/// What a technician does with scanners.
struct ScannerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanner",
        abstract: "Watch scanners, learn a new one, record and replay what they send.",
        subcommands: [
            ScannerWatchCommand.self, ScannerLearnCommand.self, ScannerRecordCommand.self,
            ScannerReplayCommand.self, ScannerSheetCommand.self,
        ])
}
