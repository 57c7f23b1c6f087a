import ArgumentParser
import Exchange
import Ledger
import Linux

/// A copy of the shop's books, made while the till sells.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the shop's books to a file, and check the copy.",
        discussion: """
            The till may sell meanwhile; the copy has the books of one moment. It is read back from \
            end to end before it gets its name. A file that is there is never overwritten. Without a \
            file it makes the day's backup now, in each folder of [backup].
            """)

    @OptionGroup var shop: ShopOptions

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
    var file: String?

    func run() throws {
        guard let file else { return try makeDaily() }
        do throws(BackupError) {
            print(Self.sentence(try ShopBackup.make(of: shop.folder, at: file)))
        } catch {
            throw Failure.failed(error)
        }
    }

    private func makeDaily() throws {
        let settings = try shop.settings()
        // Asked first, so that a folder without a shop gets no folder of backups.
        _ = try shop.reader()
        var failures: [String] = []
        let made = DailyBackups(settings, of: shop.folder).make(
            at: try settings.clock().backupMoments(), always: true, failures: &failures)
        for report in made { print(Self.sentence(report)) }
        guard failures.isEmpty else { throw Failure(.failure, failures.joined(separator: "\n")) }
    }

    private static func sentence(_ report: BackupReport) -> String {
        let size = ShopFiles.text(bytes: report.bytes)
        guard let number = report.lastNumber, let head = report.head else {
            return "\(report.path): a sound backup of a shop without bills, \(size)."
        }
        return """
            \(report.path): a sound backup, \(report.bills) bills up to \(number), \(size).
            The chain's head is \(head).
            """
    }
}
