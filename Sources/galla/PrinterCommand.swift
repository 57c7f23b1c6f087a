import ArgumentParser

/// The printer: how it is, what it can do and what waits for it.
struct PrinterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer", abstract: "Look after the receipt printer.",
        subcommands: [
            PrinterStatusCommand.self, PrinterTestCommand.self, PrinterPreviewCommand.self,
            PrinterQueueCommand.self,
        ])
}
