import CLinuxScreen
import Glibc
import Linux
import SystemPackage

/// A framebuffer of the kernel (`/dev/fb0`); rows are written to it, and closing it leaves them.
package struct Framebuffer: ~Copyable {
    /// How many pixels are in a row.
    package let width: Int
    /// How many rows there are.
    package let height: Int
    private let file: OpenDescriptor
    private let node: String
    private let format: PixelFormat
    /// How many bytes a row takes, and where the visible part begins.
    private let stride: Int
    private let start: Int

    /// Opens a framebuffer and asks what it is like.
    package init(node: String = "/dev/fb0") throws(FramebufferError) {
        let file = try FramebufferError.opened(node, for: .open)
        var fixed = fb_fix_screeninfo()
        var variable = fb_var_screeninfo()
        guard unsafe galla_screen_describe(file.raw.rawValue, &fixed, &variable) == 0 else {
            throw FramebufferError(
                request: .describe, node: node, errno: Errno(rawValue: Glibc.errno))
        }
        guard
            let format = PixelFormat(
                bits: Int(variable.bits_per_pixel), red: Self.channel(variable.red),
                green: Self.channel(variable.green), blue: Self.channel(variable.blue))
        else { throw FramebufferError(request: .describe, node: node, errno: nil) }
        // A screen that stays dark is no reason to end; most have no such switch.
        _ = galla_screen_wake(file.raw.rawValue)
        self.node = node
        self.format = format
        (width, height) = (Int(variable.xres), Int(variable.yres))
        stride = Int(fixed.line_length)
        start = Int(variable.yoffset) * stride + Int(variable.xoffset) * format.bytes
        self.file = file
    }

    /// Shows rows of pixels `0x00RRGGBB` from row `y` on; what lies outside is left out.
    package borrowing func show(_ pixels: [UInt32], width: Int, y: Int) throws(FramebufferError) {
        guard width > 0, y >= 0 else { return }
        let shown = min(width, self.width)
        for row in 0..<min(pixels.count / width, max(0, height - y)) {
            let bytes = format.packed(pixels[row * width..<row * width + shown])
            try write(bytes, at: start + (y + row) * stride)
        }
    }

    private borrowing func write(_ bytes: [UInt8], at offset: Int) throws(FramebufferError) {
        do {
            _ = try file.raw.writeAll(toAbsoluteOffset: Int64(offset), bytes)
        } catch {
            throw FramebufferError(
                request: .show, node: node, errno: error as? Errno ?? .ioError)
        }
    }

    private static func channel(_ field: fb_bitfield) -> PixelFormat.Channel {
        PixelFormat.Channel(offset: Int(field.offset), length: Int(field.length))
    }
}
