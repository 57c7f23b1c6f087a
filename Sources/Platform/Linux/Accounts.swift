import Glibc

/// The accounts of this machine.
package enum Accounts {
    /// The name of an account by its number; nil when it has none (`getpwuid_r(3)`).
    package static func name(of user: UInt32) -> String? {
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            guard let base = buffer.baseAddress,
                unsafe getpwuid_r(user, &entry, base, buffer.count, &found) == 0,
                unsafe found != nil, let name = unsafe entry.pw_name
            else { return nil }
            return unsafe String(cString: name)
        }
    }

    /// The account that this process acts as.
    package static var own: UInt32 { geteuid() }
}
