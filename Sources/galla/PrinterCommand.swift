import ArgumentParser

/// The printer: how it is and what waits for it.
struct PrinterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer", abstract: "Look after the receipt printer.",
        subcommands: [PrinterStatusCommand.self, PrinterQueueCommand.self])
}
