import Foundation
import Receipts
import Testing
import Typesetter

@Suite struct PictureFileTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        try body(folder.path)
    }

    private var board: Raster {
        var board = Raster(width: 40, height: 20)
        for y in 0..<20 {
            for x in 0..<40 where (x / 10 + y / 10) % 2 == 0 { board[x, y] = true }
        }
        return board
    }

    @Test("a picture that fits keeps each of its dots")
    func same() throws {
        try withFolder { folder in
            try board.writePNG(to: folder + "/a.png")
            let read = try PictureFile.raster(
                ofPNG: folder + "/a.png", widthDots: 384, heightDots: 200)
            #expect(read == board)
        }
    }

    @Test("a picture that is too wide is made smaller, and stays the same picture")
    func scaled() throws {
        try withFolder { folder in
            try board.writePNG(to: folder + "/a.png")
            let read = try PictureFile.raster(
                ofPNG: folder + "/a.png", widthDots: 20, heightDots: 200)
            #expect(read.width == 20 && read.height == 10)
            for (x, y, isBlack) in [(2, 2, true), (7, 2, false), (7, 7, true), (17, 2, false)] {
                #expect(read[x, y] == isBlack)
            }
            let low = try PictureFile.raster(
                ofPNG: folder + "/a.png", widthDots: 384, heightDots: 5)
            #expect(low.width == 10 && low.height == 5)
        }
    }

    @Test("what is no picture is refused with its path")
    func refused() throws {
        try withFolder { folder in
            try Data("no picture".utf8).write(to: URL(fileURLWithPath: folder + "/b.png"))
            for name in ["/b.png", "/missing.png"] {
                let error = #expect(throws: TypesetterError.self) {
                    try PictureFile.raster(ofPNG: folder + name, widthDots: 384, heightDots: 200)
                }
                #expect(error.map { "\($0)".contains(folder + name) } == true)
            }
        }
    }
}
