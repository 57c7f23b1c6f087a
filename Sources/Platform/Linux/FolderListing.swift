import Glibc
package import SystemPackage

/// The names in a folder.
package enum FolderListing {
    /// The names of all entries in the order of their bytes, without `.` and `..`.
    ///
    /// What is not UTF-8 is shown with replacement marks. Throws when the folder cannot be read.
    package static func names(in folder: String) throws(Errno) -> [String] {
        guard let stream = unsafe opendir(folder) else { throw Errno(rawValue: Glibc.errno) }
        defer { _ = unsafe closedir(stream) }
        var names: [String] = []
        while true {
            // readdir answers NULL both at the end and for an error; only errno tells which.
            Glibc.errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        guard Glibc.errno == 0 else { throw Errno(rawValue: Glibc.errno) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
