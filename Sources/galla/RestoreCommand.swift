import ArgumentParser
import Billing
import Exchange
import Foundation
import Ledger
import Till

/// A backup in the place of the shop's books.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the shop's books.",
        discussion: """
            The backup is checked from end to end first. The books of now are kept beside the new \
            ones. Where bills would be missing afterwards, it is refused and says which, unless \
            --yes is given. The till must be closed.
            """)

    @OptionGroup var shop: ShopOptions

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var file: String

    @Flag(name: .long, help: "Do it although newer bills will be missing.")
    var yes = false

    func run() throws {
        let now = try shop.settings().clock().now().civil
        let restore = ShopRestore(of: file, into: shop.folder, time: now.fileName)
        do throws(BackupError) {
            let report = try restore.run(
                mayLose: yes, holder: .brief(ShopOptions.name("restore")))
            let bills = report.lastNumber.map { "\(report.bills) bills up to \($0)" }
            print("The shop in \(shop.folder) has the books of \(file): \(bills ?? "no bill yet").")
            if FileManager.default.fileExists(atPath: restore.aside) {
                print("What was there before is kept in \(restore.aside).")
            }
        } catch {
            throw Failure.failed(error)
        }
    }
}
