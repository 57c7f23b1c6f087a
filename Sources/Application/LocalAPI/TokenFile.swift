import Linux
import Synchronization

/// The tokens of a folder, read anew whenever their file has changed.
package final class TokenFile: Sendable {
    private struct Known: Sendable {
        let stamp: FileStamp
        let tokens: AccessTokens
    }

    private let folder: String
    private let path: String
    private let known = Mutex<Known?>(nil)

    /// The file of a folder; nothing is read yet.
    package init(folder: String) {
        self.folder = folder
        path = "\(folder)/\(AccessTokens.fileName)"
    }

    /// The tokens as they are now; makes the file where there is none.
    ///
    /// Throws where it cannot be read or others can read it; nobody gets in then.
    package func tokens() throws(AccessTokens.Trouble) -> AccessTokens {
        // Looked at before it is read: what is written in between is seen the next time.
        let stamp = try? FileStamp(of: path)
        if let stamp, let known = known.withLock({ $0 }), known.stamp == stamp {
            return known.tokens
        }
        let tokens = try AccessTokens.inFolder(folder)
        known.withLock { $0 = stamp.map { Known(stamp: $0, tokens: tokens) } }
        return tokens
    }
}
