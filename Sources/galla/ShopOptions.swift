import ArgumentParser
import Foundation
import Ledger
import Settings

/// Which shop a command is about.
struct ShopOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The shop's folder.", valueName: "dir"))
    var data: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    /// The configuration where no other is asked for.
    static let usualConfig = "/etc/galla/galla.toml"

    /// The shop's folder: `--data`, else `$XDG_DATA_HOME/galla`.
    var folder: String {
        if let data { return data }
        let environment = ProcessInfo.processInfo.environment
        if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") { return base + "/galla" }
        return NSHomeDirectory() + "/.local/share/galla"
    }

    /// The configuration: `--config`, which must exist, else `/etc/galla/galla.toml`, else defaults.
    func settings() throws(Failure) -> ShopSettings {
        do throws(SettingsError) {
            return try ShopSettings.read(
                file: config ?? Self.usualConfig, mustExist: config != nil)
        } catch {
            throw .failed(error)
        }
    }

    /// What the configuration says of receipts; `language` takes the place of its own.
    func receiptStyle(
        _ settings: ShopSettings, language: String? = nil
    ) throws(Failure) -> ReceiptStyle {
        try ReceiptStyle(
            settings, configuration: config ?? Self.usualConfig, language: language)
    }

    /// Becomes the shop's owner for a moment; `purpose` names the holder.
    func ownLedgerBriefly(for purpose: String) throws(Failure) -> Ledger {
        try ownLedger(as: .brief(Self.name(purpose)))
    }

    /// Becomes the shop's owner for as long as the ledger lives, after a brief holder if need be.
    func ownLedger(for purpose: String) throws(Failure) -> Ledger {
        try ownLedger(as: .longTerm(Self.name(purpose)))
    }

    private func ownLedger(as holder: Holder) throws(Failure) -> Ledger {
        do throws(LedgerError) {
            return try Ledger(folder: folder, holder: holder, patience: 10_000)
        } catch {
            throw .failed(error)
        }
    }

    /// Reads beside the owner.
    func reader() throws(Failure) -> LedgerReader {
        do throws(LedgerError) {
            return try LedgerReader(folder: folder)
        } catch {
            throw .failed(error)
        }
    }

    static func name(_ purpose: String) -> String {
        "galla \(purpose) (process \(ProcessInfo.processInfo.processIdentifier))"
    }
}
