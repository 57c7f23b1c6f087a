import ArgumentParser
import Diagnostics
import Linux
import Settings
import SystemPackage

/// Where learning a scanner writes, and what.
struct LearntPaths {
    let config: String
    /// The file of local udev rules; nil when none is to be written.
    let rules: String?

    /// A file as it is to be.
    struct Change {
        let path: String
        /// What it will hold; nil when it is as it should be.
        let contents: String?

        /// Writes it, and says so.
        func apply(dryRun: Bool) throws(Failure) {
            guard let contents else { return print("\(path): as it should be already.") }
            guard !dryRun else {
                print("\(path) would be:")
                return print(
                    contents.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            }
            do throws(Errno) {
                if let slash = path.lastIndex(of: "/") {
                    try ReplacedFile.makeFolders(String(path[..<slash]))
                }
                try ReplacedFile.write(Array(contents.utf8), to: path)
            } catch {
                throw Failure(
                    .failure,
                    "\(path) cannot be written: \(error). Run it with sudo, or name other files.")
            }
            print("Wrote \(path).")
        }
    }

    /// What has to be written so that the scanner is known.
    func changes(
        for learnt: LearntScanner, _ settings: ShopSettings
    ) throws(Failure) -> [Change] {
        let addition =
            ShopSettings.additionsFolder(of: config) + "/" + LearntFiles.additionName
        let isNamed = settings.scanner.uris.contains(learnt.address)
        var changes = [
            Change(
                path: addition,
                contents: isNamed
                    ? nil : LearntFiles.addition(learnt, uris: settings.scanner.uris))
        ]
        if let rules {
            let before = try read(rules)
            changes.append(
                Change(path: rules, contents: LearntFiles.rules(learnt, before: before)))
        }
        return changes
    }

    private func read(_ path: String) throws(Failure) -> String? {
        do throws(Errno) {
            let bytes = try OpenDescriptor(path: path, .readOnly).read(atMost: 1 << 20)
            guard bytes.count < 1 << 20, let text = String(validating: bytes, as: UTF8.self) else {
                throw Errno.fileTooLarge
            }
            return text
        } catch {
            if error == .noSuchFileOrDirectory { return nil }
            throw Failure(.failure, "\(path) cannot be read: \(error). Nothing was changed.")
        }
    }
}
