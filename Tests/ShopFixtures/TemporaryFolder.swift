import Foundation

/// A folder of a test's own, removed when the test lets go of it.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let path: String

    /// Makes an empty folder; throws when the disk does not let it.
    ///
    /// `inMemory` puts it where no disk is, if the machine has such a place.
    package init(inMemory: Bool = false) throws {
        let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
        let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory.path)
        let url = (isThere ? memory : FileManager.default.temporaryDirectory)
            .appendingPathComponent("galla-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    /// Takes over a folder that is there, to be removed like one of its own.
    package init(adopting path: String) {
        self.path = path
    }

    deinit {
        // A folder that stays behind in the temporary directory harms nobody.
        try? FileManager.default.removeItem(atPath: path)
    }
}
