import Linux
import SystemPackage

extension ShopSettings {
    /// The largest settings file that is read, in bytes.
    private static let largestFile = 1 << 20

    /// Reads a settings file and its additions; without any the built-in settings hold.
    ///
    /// The additions are the files `*.toml` in the folder `FILE.d`, in the order of their names:
    /// the later wins. Throws when the file is absent and must be there, and every problem of the
    /// files at once.
    package static func read(
        file: String, mustExist: Bool = false
    ) throws(SettingsError) -> ShopSettings {
        let bytes = try contents(of: file, mustExist: mustExist)
        var additions: [(file: String, toml: [UInt8])] = []
        for path in try additionPaths(of: file) {
            // One that was removed since the folder was listed is no addition any more.
            guard let bytes = try contents(of: path, mustExist: false) else { continue }
            additions.append((path, bytes))
        }
        guard bytes != nil || !additions.isEmpty else { return .builtIn }
        return try ShopSettings(toml: bytes ?? [], file: file, additions: additions)
    }

    /// The folder that holds the additions to a settings file.
    package static func additionsFolder(of file: String) -> String { file + ".d" }

    private static func additionPaths(of file: String) throws(SettingsError) -> [String] {
        let folder = additionsFolder(of: file)
        do throws(Errno) {
            let names = try FolderListing.names(in: folder)
            return names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }
                .map { folder + "/" + $0 }
        } catch {
            // The settings file may itself stand behind what is no folder (/dev/zero.d).
            if error == .noSuchFileOrDirectory || error == .notDirectory { return [] }
            throw .unreadable(file: folder, reason: "\(error)")
        }
    }

    private static func contents(
        of file: String, mustExist: Bool
    ) throws(SettingsError) -> [UInt8]? {
        do throws(Errno) {
            let descriptor = try OpenDescriptor(path: file, .readOnly)
            var bytes: [UInt8] = []
            while bytes.count <= largestFile {
                let chunk = try descriptor.read(atMost: 1 << 16)
                guard !chunk.isEmpty else { return bytes }
                bytes += chunk
            }
        } catch {
            if error == .noSuchFileOrDirectory, !mustExist { return nil }
            throw .unreadable(file: file, reason: "\(error)")
        }
        throw .unreadable(file: file, reason: "it is larger than any settings file, 1 MiB")
    }
}
