import Foundation
import Receipts
import Testing
import Typesetter

/// The pictures in `Golden` were looked at by a person before they were kept.
///
/// They were drawn with the versions of fonts and libraries in `Golden/versions.txt`, Debian 12's.
/// With others letters may fall differently: the dots decide, and a test that fails says which
/// versions it has found. Fonts beside those of `packaging/debian-packages` may draw scripts in their
/// place. Whoever changes fonts, libraries or receipts on purpose looks at the pictures
/// that the failed tests leave, and copies them over the old ones.
@Suite("Receipts that were looked at")
struct GoldenReceiptTests {
    @Test("are drawn dot for dot as they were then", arguments: GoldenReceipt.all)
    func same(receipt: GoldenReceipt) throws {
        let drawn = try receipt.drawn()
        let path = GoldenReceipt.folder + "/\(receipt.name).png"
        let kept =
            FileManager.default.fileExists(atPath: path)
            ? try PictureFile.raster(
                ofPNG: path, widthDots: .max, heightDots: .max)
            : Raster(width: 0, height: 0)
        guard drawn != kept else { return }
        let left = NSTemporaryDirectory() + "galla-golden-\(receipt.name).png"
        try drawn.writePNG(to: left)
        let (found, then) = (try Self.versions(), try Self.keptVersions())
        Issue.record(
            """
            \(receipt.name) differs from \(path) in \(Self.difference(drawn, kept)) dots, \
            \(drawn.width) × \(drawn.height) against \(kept.width) × \(kept.height). \
            \(found == then ? "Fonts and libraries have the same versions as then." : "It was drawn "
                + "with other versions:\n\(found)than then:\n\(then)") Look at \(left); if it is \
            right, copy it to \(path).
            """)
    }

    @Test("a single dot is a difference")
    func sensitive() throws {
        let drawn = try #require(GoldenReceipt.all.first).drawn()
        var other = drawn
        other[100, 100].toggle()
        #expect(other != drawn)
        #expect(Self.difference(drawn, other) == 1)
    }

    private static func difference(_ one: Raster, _ other: Raster) -> Int {
        var count = 0
        for y in 0..<max(one.height, other.height) {
            for x in 0..<max(one.width, other.width) where one[x, y] != other[x, y] { count += 1 }
        }
        return count
    }

    private static func keptVersions() throws -> String {
        try String(contentsOfFile: GoldenReceipt.folder + "/versions.txt", encoding: .utf8)
    }

    /// What Debian calls the fonts and libraries that draw, a line each.
    private static func versions() throws -> String {
        let query = Process()
        query.executableURL = URL(fileURLWithPath: "/usr/bin/dpkg-query")
        query.arguments =
            ["-W", "-f", "${Package} ${Version}\\n"]
            + [
                "fonts-dejavu-core", "fonts-lohit-beng-bengali", "fonts-lohit-deva",
                "fonts-lohit-taml", "libcairo2", "libfreetype6", "libharfbuzz0b",
                "libpango-1.0-0",
            ]
        let output = Pipe()
        query.standardOutput = output
        try query.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        query.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
