import Foundation
import Symbols
import Testing

/// An independent reader of symbols: the program `zbarimg` of the package zbar-tools.
enum BarReader {
    /// What the reader says of bars, one line a symbol, `TYPE:text`.
    static func read(_ symbol: LinearSymbol) throws -> [String] {
        let module = 3
        var row = [Bool](repeating: false, count: symbol.symbology == .itf ? 60 : 40)
        for (index, width) in symbol.elementDots(moduleDots: module).enumerated() {
            row += [Bool](repeating: index % 2 == 0, count: width)
        }
        row += [Bool](repeating: false, count: 40)
        return try read([[Bool]](repeating: row, count: 90))
    }

    /// What the reader says of modules.
    static func read(_ grid: ModuleGrid) throws -> [String] {
        let module = 3
        let quiet = 4
        let size = (grid.width + 2 * quiet) * module
        let rows = (0..<size).map { y in
            (0..<size).map { x in
                let place = (x / module - quiet, y / module - quiet)
                guard (0..<grid.width).contains(place.0), (0..<grid.height).contains(place.1)
                else { return false }
                return grid[place.0, place.1]
            }
        }
        return try read(rows)
    }

    private static func read(_ rows: [[Bool]]) throws -> [String] {
        let header = "P5 \(rows[0].count) \(rows.count) 255\n"
        let bytes = Data(header.utf8) + Data(rows.joined().map { $0 ? 0 : 255 })
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString + ".pgm")
        try bytes.write(to: file)
        defer {
            do { try FileManager.default.removeItem(at: file) } catch { Issue.record(error) }
        }
        let reader = Process()
        reader.executableURL = URL(fileURLWithPath: "/usr/bin/zbarimg")
        reader.arguments = [
            "--quiet", "-Sdisable", "-Sean13.enable", "-Sean8.enable", "-Supca.enable",
            "-Scode39.enable", "-Scode128.enable", "-Si25.enable", "-Sqrcode.enable", file.path,
        ]
        let pipe = Pipe()
        reader.standardOutput = pipe
        reader.standardError = FileHandle.nullDevice
        try reader.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        reader.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
