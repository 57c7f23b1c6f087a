import ArgumentParser
import Foundation

/// The files that come with the program: under `/usr/share/galla`, or beside the build.
enum SharedFiles {
    /// The path of a file by its place in `packaging/` (or `/usr/share/galla`).
    static func path(of name: String) throws(Failure) -> String {
        for folder in candidates {
            let path = folder + "/" + name
            if FileManager.default.isReadableFile(atPath: path) { return path }
        }
        throw Failure(
            .failure,
            "\(name) is neither in /usr/share/galla nor beside the build. "
                + "Install Galla again.")
    }

    /// The packaged folder, then the `packaging` folders above the program's own place.
    private static var candidates: [String] {
        var folders = ["/usr/share/galla"]
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = program.deletingLastPathComponent()
        while folder.path != "/" {
            folders.append(folder.path + "/packaging")
            folder = folder.deletingLastPathComponent()
        }
        return folders
    }
}
