import ArgumentParser
import ESCPOS
import Receipts
import Settings

/// The models that are known, and the one that the shop's settings ask for.
struct ProfileChoice: Sendable {
    private let catalogue: PrinterCatalogue
    private let word: String?
    private let columns: Int?
    private let drawer: ShopSettings.Printer.Drawer

    /// Reads the profile files; throws when they cannot be used, or lack the profile that is set.
    init(for printer: ShopSettings.Printer) throws {
        try self.init(
            word: printer.profile, columns: printer.columns, setting: "printer.profile",
            drawer: printer.drawer)
    }

    /// The same for a model that is asked for in another way; `setting` names it in a refusal.
    init(
        word: String?, columns: Int?, setting: String, drawer: ShopSettings.Printer.Drawer
    ) throws {
        do {
            catalogue = try PrinterCatalogue(
                files: SharedFiles.contents(of: "printers", extension: "toml"))
        } catch let error as ProfileError {
            throw Failure(.failure, "The printers' profiles cannot be used.\n\(error)")
        }
        self.word = word
        self.columns = columns
        self.drawer = drawer
        if let word, catalogue.entries[word] == nil {
            throw Failure(
                .failure,
                "\(setting) is \"\(word)\", which no profile is called. There are: "
                    + catalogue.entries.keys.sorted().joined(separator: ", ") + ".")
        }
    }

    /// The widest safe paper that is not wider.
    private static func safeWord(columns: Int) -> String {
        switch columns {
        case 48...: "safe-80"
        case 42..<48: "safe-80-42"
        default: "safe-58"
        }
    }

    /// The profile for a printer: the one that is set, the one it is known by, or the safe one.
    func profile(for clues: PrinterClues?) -> PrinterProfile {
        let known =
            word.flatMap { catalogue.entries[$0] } ?? clues.flatMap { catalogue.entry(for: $0) }
            ?? catalogue.entries[Self.safeWord(columns: columns ?? 48)]
        // An installation without profile files prints as on any printer.
        guard let known else { return drawer.applied(to: .safe(columns: columns ?? 48)) }
        let profile = drawer.applied(to: known.profile)
        guard let columns, columns != profile.paper.columns else { return profile }
        return profile.with(columns: columns)
    }
}
