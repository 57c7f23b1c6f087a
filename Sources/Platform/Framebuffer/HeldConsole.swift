import CLinuxScreen
import Glibc
import Linux
import SystemPackage

/// A console of the kernel's that shows nothing but what is drawn on it, and hears no keyboard.
///
/// While it is held, kernel messages and a login stay invisible, keys of any keyboard do nothing,
/// Ctrl-Alt-Del and switching to another console among them. Letting go gives it back as it was;
/// where the process dies, whoever started it resets the terminal (`TTYReset=` of systemd).
package struct HeldConsole: ~Copyable {
    private let file: OpenDescriptor
    private let keyboard: Int32
    private let drawing: Int32

    /// Holds the console that is the process's terminal, or another one by its node.
    ///
    /// The kernel allows it to the process whose terminal it is, and to root.
    package init(node: String = "/dev/tty") throws(FramebufferError) {
        let file = try FramebufferError.opened(
            node, for: .hold, options: .init(rawValue: O_NOCTTY))
        let console = file.raw.rawValue
        var (keyboard, drawing): (Int32, Int32) = (0, 0)
        guard unsafe galla_console_mode(console, &keyboard, &drawing) == 0,
            galla_console_set_drawing(console, Int32(galla_drawing_graphics)) == 0
        else {
            throw FramebufferError(
                request: .hold, node: node, errno: Errno(rawValue: Glibc.errno))
        }
        // SIGWINCH is ignored unless somebody asks for it: a switch is asked for and never answered.
        guard galla_console_set_keyboard(console, Int32(galla_keyboard_off)) == 0,
            galla_console_hold(console, SIGWINCH) == 0
        else {
            let reason = Errno(rawValue: Glibc.errno)
            _ = galla_console_set_keyboard(console, keyboard)
            _ = galla_console_set_drawing(console, drawing)
            throw FramebufferError(request: .hold, node: node, errno: reason)
        }
        (self.keyboard, self.drawing) = (keyboard, drawing)
        self.file = file
    }

    deinit {
        let console = file.raw.rawValue
        // A console that is gone needs nothing back.
        _ = galla_console_free(console)
        _ = galla_console_set_keyboard(console, keyboard)
        _ = galla_console_set_drawing(console, drawing)
    }
}
