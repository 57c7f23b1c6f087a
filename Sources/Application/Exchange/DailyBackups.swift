package import Billing
import Ledger
import Linux
import SystemPackage

/// The backups that a shop makes by itself: one a day in its own folder, and in others.
///
/// They are files like `galla-2026-11-23-143005.sqlite`; nothing else in these folders is touched.
package struct DailyBackups: Sendable {
    /// The moments that backups are judged by, on the shop's clock.
    package struct Moments: Sendable {
        /// Now.
        package let now: CivilTime
        /// Backups from before this are to be followed by another: a day ago.
        package let due: CivilTime
        /// Where the newest is from before this, somebody has to look: a day and a half ago.
        package let late: CivilTime

        /// Gathers moments.
        package init(now: CivilTime, due: CivilTime, late: CivilTime) {
            (self.now, self.due, self.late) = (now, due, late)
        }
    }

    private let shop: String
    private let own: String
    private let copies: [String]
    private let keep: Int

    /// Backups of the shop in a folder: in its own `backups`, and in `copies`, `keep` in each.
    package init(of shop: String, copies: [String], keep: Int) {
        (self.shop, own) = (shop, shop + "/backups")
        (self.copies, self.keep) = (copies, max(1, keep))
    }

    /// The folders that backups go to, the shop's own first.
    package var folders: [String] { [own] + copies }

    /// Makes a backup in each folder whose newest is a day old; all of them where `always`.
    ///
    /// Answers what was made. Folders that failed are skipped, with their sentences in `failures`.
    /// A folder that is not there is not made, but for the shop's own: it may be a disk that is not
    /// plugged in. Older backups go only after a new one is whole.
    package func make(
        at moments: Moments, always: Bool = false, while goesOn: () -> Bool = { true },
        failures: inout [String]
    ) -> [BackupReport] {
        var made: [BackupReport] = []
        for folder in folders where goesOn() {
            do throws(BackupError) {
                let isDue = try isDue(folder, at: moments)
                guard always || isDue else { continue }
                let path = "\(folder)/\(Self.name(of: moments.now))"
                let spare = try ShopBackup.reading { () throws(LedgerError) in
                    try LedgerReader(folder: shop).size()
                }
                made.append(
                    try ShopBackup.make(of: shop, at: path, leaving: spare, while: goesOn))
                try clear(folder, at: moments)
            } catch {
                failures.append("\(error)")
            }
        }
        return made
    }

    /// What a person has to be told of missing and old backups; empty where all is well.
    package func troubles(at moments: Moments) -> [String] {
        folders.compactMap { folder in
            let newest: CivilTime?
            do throws(BackupError) {
                newest = try times(in: folder, upTo: moments.now).last
            } catch {
                return "\(error)"
            }
            guard let newest else {
                return "There is no backup of the shop in \(folder) yet."
            }
            guard newest < moments.late else { return nil }
            return "The newest backup of the shop in \(folder) is of \(newest.receiptText)."
        }
    }

    private func isDue(_ folder: String, at moments: Moments) throws(BackupError) -> Bool {
        if folder == own { try makeOwn() }
        guard let newest = try times(in: folder, upTo: moments.now).last else { return true }
        return newest <= moments.due
    }

    private func makeOwn() throws(BackupError) {
        do {
            try ReplacedFile.makeFolders(own)
        } catch {
            throw .failed(path: own, reason: "\(error)")
        }
    }

    /// When the backups in a folder were made, the oldest first.
    ///
    /// One that says it was made later than now, by a clock that was wrong, does not count.
    private func times(in folder: String, upTo now: CivilTime) throws(BackupError) -> [CivilTime] {
        times(try names(in: folder), upTo: now)
    }

    private func names(in folder: String) throws(BackupError) -> [String] {
        do throws(Errno) {
            return try FolderListing.names(in: folder)
        } catch .noSuchFileOrDirectory where folder != own {
            throw .failed(
                path: folder,
                reason: "it is not there. Is the disk plugged in? The folder is not made by itself")
        } catch .noSuchFileOrDirectory {
            return []
        } catch {
            throw .failed(path: folder, reason: "\(error)")
        }
    }

    /// Removes backups beyond those that are kept, and drafts that a killed process left a day ago.
    private func clear(_ folder: String, at moments: Moments) throws(BackupError) {
        let names = try names(in: folder)
        let kept = Set(times(names, upTo: moments.now).suffix(keep).map(Self.name(of:)))
        let old = times(names, upTo: moments.now).map(Self.name(of:)).filter { !kept.contains($0) }
        let drafts = names.filter { name in
            guard let end = name.firstRange(of: ".part-")?.lowerBound else { return false }
            return Self.time(of: String(name[..<end])).map { $0 <= moments.due } ?? false
        }
        for name in old + drafts {
            do {
                try MovedFile.removeIfThere("\(folder)/\(name)")
            } catch {
                throw .failed(path: "\(folder)/\(name)", reason: "\(error)")
            }
        }
    }

    private func times(_ names: [String], upTo now: CivilTime) -> [CivilTime] {
        names.compactMap(Self.time(of:)).filter { $0 <= now }
    }

    /// The name of a backup of a time.
    private static func name(of time: CivilTime) -> String {
        "galla-\(time.fileName).sqlite"
    }

    /// When a backup of this name was made; nil for every other name.
    private static func time(of name: String) -> CivilTime? {
        let (prefix, suffix) = ("galla-", ".sqlite")
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
        let middle = Array(name.utf8.dropFirst(prefix.count).dropLast(suffix.count))
        guard middle.count == 17 else { return nil }
        func part(_ range: Range<Int>) -> String { String(decoding: middle[range], as: UTF8.self) }
        let time = CivilTime(
            iso: "\(part(0..<10)) \(part(11..<13)):\(part(13..<15)):\(part(15..<17))")
        return time.flatMap { $0.fileName == part(0..<17) ? $0 : nil }
    }
}

extension CivilTime {
    /// The time as a part of a file's name: `2026-11-23-143005`.
    package var fileName: String {
        iso.filter { $0 != ":" }.replacing(" ", with: "-")
    }
}
