import ArgumentParser
import Framebuffer
import Linux
import Screens
import SystemPackage

/// What a kiosk's pages are shown on, as it was asked for.
enum KioskSurface {
    /// The machine's screen where there is one, else text.
    case auto
    /// A framebuffer of the kernel's.
    case framebuffer(String)
    /// Rows of text on standard output.
    case text
    /// A PNG file.
    case picture(path: String, width: Int, height: Int)

    /// The framebuffer of the first screen.
    private static let usualNode = "/dev/fb0"

    /// Reads what a person writes behind `--screen`.
    init(_ text: String) throws(Failure) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("auto", 1): self = .auto
        case ("text", 1): self = .text
        case ("fb", 2): self = .framebuffer(parts[1])
        case ("png", 2): self = try Self.picture(parts[1])
        default:
            throw Failure(
                .validationFailure,
                "\(text) is no screen; there are auto, fb:/dev/fb0, text and "
                    + "png:FILE,800x480.")
        }
    }

    private static func picture(_ text: String) throws(Failure) -> KioskSurface {
        guard let comma = text.lastIndex(of: ",") else {
            return .picture(path: text, width: 800, height: 480)
        }
        let sides = text[text.index(after: comma)...].split(separator: "x").compactMap {
            Int($0)
        }
        guard sides.count == 2, sides.allSatisfy({ (160...7_680).contains($0) }) else {
            throw Failure(
                .validationFailure,
                "A picture's size is like 800x480, from 160 to 7680 each way.")
        }
        return .picture(path: String(text[..<comma]), width: sides[0], height: sides[1])
    }

    /// Opens it; `fail` is told when it cannot be drawn on any more.
    func display(
        fail: @escaping @Sendable (any Error) -> Void
    ) throws -> any KioskDisplay {
        switch self {
        case .auto:
            let canvas: ConsoleCanvas
            do throws(FramebufferError) {
                canvas = try ConsoleCanvas(node: Self.usualNode)
            } catch {
                StandardError.say("\(error). The kiosk shows text instead.")
                return KioskTextDisplay(output: .standardOutput)
            }
            return try KioskPaintedDisplay(on: canvas, fail: fail)
        case .framebuffer(let node):
            return try KioskPaintedDisplay(on: ConsoleCanvas(node: node), fail: fail)
        case .text: return KioskTextDisplay(output: .standardOutput)
        case .picture(let path, let width, let height):
            return try KioskPaintedDisplay(
                on: PictureCanvas(path: path, width: width, height: height), fail: fail)
        }
    }
}
