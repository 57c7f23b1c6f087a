import ArgumentParser

/// The program: subcommands and wiring, nothing else.
@main
struct Galla: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "galla",
        abstract: "A shop's till: scans, sells and prints.",
        version: "0.1.0",
        subcommands: [
            CashierCommand.self, KioskCommand.self, ServeCommand.self, DemoCommand.self,
            ImportCommand.self,
            BillCommand.self, CustomerCommand.self, TokenCommand.self, PrinterCommand.self,
            ScannerCommand.self, DevicesCommand.self, DoctorCommand.self, ShiftCommand.self,
            ProductCommand.self, BatchCommand.self, StaffCommand.self, ReportCommand.self,
            ExportCommand.self,
            BackupCommand.self, RestoreCommand.self, DatabaseCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            failure.end()
        } catch {
            end(with: error)
        }
    }

    /// Help and version are wanted; anything else is one precise line on stderr.
    private static func end(with error: any Error) {
        guard exitCode(for: error) != .success, !(error is ExitCode) else { exit(withError: error) }
        Failure(exitCode(for: error), message(for: error)).end()
    }
}
