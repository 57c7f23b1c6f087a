package import Framebuffer
import Linux
import SystemPackage
package import Typesetter

/// Where strips of a page become visible; belongs to the thread that draws.
package protocol KioskCanvas: Sendable {
    /// How wide it is.
    var width: Int { get }
    /// How high it is.
    var height: Int { get }

    /// Shows strips in place of what was there.
    mutating func show(_ strips: [PageStrip]) throws
}

/// A PNG file that is written anew with each page: to look at screens where there is none.
package struct PictureCanvas: KioskCanvas {
    private var picture: PagePicture
    private let path: String

    /// How wide the picture is.
    package var width: Int { picture.width }
    /// How high the picture is.
    package var height: Int { picture.height }

    /// Draws on a screen of so many pixels that is kept at `path`.
    package init(path: String, width: Int, height: Int) {
        picture = PagePicture(width: width, height: height)
        self.path = path
    }

    /// Writes the whole picture anew; one that cannot be written is an error.
    package mutating func show(_ strips: [PageStrip]) throws {
        for strip in strips { picture.show(strip) }
        try picture.writePNG(to: path)
    }
}

/// The machine's own screen, held for the kiosk alone.
package final class ConsoleCanvas: KioskCanvas {
    private let framebuffer: Framebuffer
    private let console: HeldConsole

    /// How wide the screen is.
    package var width: Int { framebuffer.width }
    /// How high the screen is.
    package var height: Int { framebuffer.height }

    /// Opens a framebuffer, and holds the console that is the process's terminal.
    package init(node: String) throws(FramebufferError) {
        framebuffer = try Framebuffer(node: node)
        console = try HeldConsole()
    }

    /// Shows strips on the screen.
    package func show(_ strips: [PageStrip]) throws {
        for strip in strips {
            try framebuffer.show(strip.pixels, width: strip.width, y: strip.y)
        }
    }
}
