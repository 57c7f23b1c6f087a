import CLinux
import Glibc
package import SystemPackage

/// What started the process and wants to hear of it: systemd, by the protocol of `sd_notify(3)`.
package struct ServiceManager: Sendable {
    private let address: String
    /// How often at least it has to hear that the process is alive; nil where nobody watches.
    package let pulseMilliseconds: Int32?

    /// The manager that the environment names; nil where nobody wants to hear.
    package init?() {
        guard let address = Self.variable("NOTIFY_SOCKET"), let first = address.utf8.first,
            first == UInt8(ascii: "/") || first == UInt8(ascii: "@")
        else { return nil }
        self.address = address
        let isMeant = Self.variable("WATCHDOG_PID").map { Int32($0) == getpid() } ?? true
        let microseconds = isMeant ? Self.variable("WATCHDOG_USEC").flatMap(Int64.init) : nil
        // Twice as often as it has to be: one that comes late is no harm.
        pulseMilliseconds = microseconds.map { Int32(clamping: max(1, $0 / 2_000)) }
    }

    /// The process does what it was started for; what it does now, in a sentence.
    package func ready(_ status: String) throws(Errno) {
        try tell("READY=1\nSTATUS=" + Self.line(status))
    }

    /// What the process does now, in a sentence.
    package func status(_ status: String) throws(Errno) {
        try tell("STATUS=" + Self.line(status))
    }

    /// The process is alive.
    package func pulse() throws(Errno) { try tell("WATCHDOG=1") }

    /// The process ends.
    package func stopping() throws(Errno) { try tell("STOPPING=1") }

    private func tell(_ text: String) throws(Errno) {
        guard unsafe galla_notify(address, text) == 0 else {
            throw Errno(rawValue: Glibc.errno)
        }
    }

    /// A sentence may not begin another assignment.
    private static func line(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
