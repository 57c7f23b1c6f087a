import CLibEdit
import Glibc
import SystemPackage

/// UTF-8 for this thread, whatever the environment says, for as long as this value lives.
///
/// The process's own locale stays untouched. Made and let go on the same thread.
@safe
struct TypingLocale: ~Copyable {
    private let own: locale_t
    private let previous: locale_t?

    init() throws(TerminalError) {
        guard let own = unsafe galla_utf8_locale() else {
            throw TerminalError(.locale, Errno(rawValue: Glibc.errno))
        }
        unsafe self.own = own
        unsafe previous = galla_use_locale(own)
    }

    deinit {
        _ = unsafe galla_use_locale(previous)
        unsafe freelocale(own)
    }
}
