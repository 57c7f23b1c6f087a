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

    /// The files of a kind in a folder of `packaging/`, in alphabetical order, with their contents.
    static func contents(
        of name: String, extension suffix: String
    ) throws -> [(name: String, bytes: [UInt8])] {
        let folder = URL(fileURLWithPath: try path(of: name))
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix("." + suffix) }.sorted()
            .map { file in
                let url = folder.appendingPathComponent(file)
                return (name: url.path, bytes: [UInt8](try Data(contentsOf: url)))
            }
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
