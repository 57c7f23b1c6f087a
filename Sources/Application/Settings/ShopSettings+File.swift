import System
import SystemPackage

extension ShopSettings {
    /// The largest settings file that is read, in bytes.
    private static let largestFile = 1 << 20

    /// Reads a settings file; an absent one means the built-in settings, unless it must be there.
    ///
    /// Throws every problem of the file at once.
    package static func read(
        file: String, mustExist: Bool = false
    ) throws(SettingsError) -> ShopSettings {
        guard let bytes = try contents(of: file, mustExist: mustExist) else { return .builtIn }
        return try ShopSettings(toml: bytes, file: file)
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
