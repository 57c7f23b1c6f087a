import Digest
import Linux
import SystemPackage

/// A PIN on its way to be checked, off the till's thread: that takes some tenths of a second.
package struct PINCheck: Sendable {
    private let pin: String
    private let hash: PINHash

    init(pin: String, hash: String) {
        (self.pin, self.hash) = (pin, PINHash(stored: hash))
    }

    /// Whether the PIN is right; blocks while it is found out.
    package func isRight() -> Bool { hash.matches(pin) }

    /// Finds it out on a thread of its own and posts the answer.
    ///
    /// A machine that gives no thread answers that it is wrong, so that nobody waits for ever.
    package func run(into inbox: Inbox) {
        do throws(Errno) {
            _ = try Worker(name: "galla-pin") { inbox.post(.pinChecked(isRight: isRight())) }
        } catch {
            inbox.post(.pinChecked(isRight: false))
        }
    }
}
