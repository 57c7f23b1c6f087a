import ESCPOS
import Foundation
import PaperReader
import Receipts
import Settings
import Typesetter

/// `paper-reader [--columns N] [--profile MODEL] [--png FILE] [--word TEXT]… BYTES`: prints what a printer would.
///
/// Bit images are read back for ₹ and for the words named. Exit codes: 0 fine, 1 the bytes are
/// refused or cannot be read, 64 bad usage.
struct Arguments {
    var columns = 48
    var png: String?
    var words: [String] = []
    var path: String?
    var model: String?

    /// The model that is named, or one that has most of what a printer can have.
    func profile() throws -> PrinterProfile {
        if let model {
            guard let entry = try ShippedProfiles.catalogue().entries[model] else {
                complain("paper-reader: there is no profile \(model)", exitCode: 64)
            }
            return entry.profile
        }
        var profile = PrinterProfile.safe(columns: columns)
        let pages = [("PC437", 0), ("PC850", 2), ("WPC1252", 16), ("PC866", 17), ("PC852", 18)]
        profile.codePages += pages.compactMap { CodePage(named: $0.0, number: UInt8($0.1)) }
        profile.missingSigns = .userDefined
        profile.qrBytes = 1_020
        return profile
    }

    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--columns":
                guard let value = rest.popFirst(), let number = Int(value) else { return nil }
                columns = number
            case "--png":
                guard let value = rest.popFirst() else { return nil }
                png = value
            case "--profile":
                guard let value = rest.popFirst() else { return nil }
                model = value
            case "--word":
                guard let value = rest.popFirst() else { return nil }
                words.append(value)
            default:
                guard path == nil, !argument.hasPrefix("--") else { return nil }
                path = argument
            }
        }
        guard path != nil else { return nil }
    }
}

func complain(_ sentence: String, exitCode: Int32) -> Never {
    FileHandle.standardError.write(Data((sentence + "\n").utf8))
    exit(exitCode)
}

func known(_ words: [String], _ typesetter: Typesetter) throws -> KnownImages {
    var runs: [TextRun] = []
    for isBold in [false, true] {
        runs.append(TextRun("₹", isBold: isBold, form: .cell))
        for word in words.flatMap({ $0.split(separator: " ") }) {
            runs.append(TextRun(String(word), isBold: isBold, form: .line))
            runs.append(TextRun(String(word), isBold: isBold, form: .cell))
        }
    }
    return KnownImages(try typesetter.draw(runs).rasters)
}

guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())),
    let path = arguments.path
else {
    complain(
        "usage: paper-reader [--columns N] [--profile MODEL] [--png FILE] [--word TEXT]... BYTES",
        exitCode: 64)
}
do {
    let typesetter = Typesetter()
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let paper = try PaperReader.read(
        bytes, profile: try arguments.profile(),
        known: known(arguments.words, typesetter))
    for row in paper.rows { print(row) }
    if let png = arguments.png {
        try PaperPicture.raster(of: paper, typesetter: typesetter).writePNG(to: png)
    }
} catch {
    complain("paper-reader: \(path): \(error)", exitCode: 1)
}
