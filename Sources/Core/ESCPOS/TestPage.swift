package import Receipts
import Symbols

/// A page that shows what a printer of a profile can do, and what a person should see of it.
package struct TestPage: Hashable, Sendable {
    private let profile: PrinterProfile

    /// The page for a profile.
    package init(_ profile: PrinterProfile) {
        self.profile = profile
    }

    /// How many characters of each code page are shown.
    private static let shownCharacters = 16

    /// What is printed, the cut last.
    package var document: ReceiptDocument {
        let parts: [[ReceiptBlock]] = [
            head, width, styles, characters, scripts, symbols, hardware,
        ]
        return ReceiptDocument(Array(parts.joined()))
    }

    /// What to look for on the paper and what to do where it is not so, a sentence each.
    package var expectations: [String] {
        var sentences = [
            "The frame has both its sides, and the ruler ends in column \(profile.paper.columns) on "
                + "its first line: else set columns, or another profile.",
            "Behind the names of code pages stand their letters, and no Chinese signs: else the "
                + "profile's code_pages are another model's.",
            "₹ stands in each amount, as high as the digits: else the profile's signs are wrong.",
            "Hindi, Tamil, Bengali and Arabic are joined letters: a number in brackets is a "
                + "script for which this machine has no font.",
            "A scanner reads GALLA-TEST from the bars, and a phone reads it from the square.",
        ]
        sentences.append(
            profile.cutter == .none
                ? "The page can be torn off below its last line: else set tear_lines."
                : "The paper was cut below the last line: else set cutter.")
        if profile.drawer != nil {
            sentences.append("A cash drawer on the printer opened: else look at drawer_pins.")
        }
        if profile.beeper != nil { sentences.append("The printer beeped once.") }
        return sentences
    }

    private var head: [ReceiptBlock] {
        [
            .text("Galla", style: .headline, alignment: .centre),
            .text("test page", style: .bold, alignment: .centre),
            .text(profile.name, style: .plain, alignment: .centre),
            .text(
                "\(profile.paper.columns) columns, \(profile.paper.widthDots) dots", style: .plain,
                alignment: .centre),
        ]
    }

    /// A frame as wide as the head, and digits in each column.
    private var width: [ReceiptBlock] {
        var frame = Raster(width: profile.paper.widthDots, height: 16)
        for x in 0..<frame.width {
            for y in [0, 1, 14, 15] { frame[x, y] = true }
        }
        for y in 0..<frame.height {
            for x in [0, 1, frame.width - 2, frame.width - 1] { frame[x, y] = true }
        }
        let digits = (1...profile.paper.columns).map { String($0 % 10) }.joined()
        return [
            .picture(frame, alignment: .left), .text(digits, style: .plain, alignment: .left),
        ]
    }

    private var styles: [ReceiptBlock] {
        [
            .rule, .text("plain", style: .plain, alignment: .left),
            .text("bold", style: .bold, alignment: .centre),
            .text("large", style: TextStyle(isDouble: true), alignment: .right), .rule,
        ]
    }

    /// Of each code page what the pages before it lack; nothing of one that adds nothing.
    private var characters: [ReceiptBlock] {
        var seen: Set<Unicode.Scalar> = []
        return profile.codePages.compactMap { page in
            let fresh = page.upperHalf.filter { $0 > "\u{A0}" && !seen.contains($0) }
            seen.formUnion(fresh)
            guard !fresh.isEmpty else { return nil }
            let shown = String(String.UnicodeScalarView(fresh.prefix(Self.shownCharacters)))
            return .text("\(page.name) \(shown)", style: .plain, alignment: .left)
        }
    }

    private var scripts: [ReceiptBlock] {
        let names = ["हिन्दी नमस्ते", "தமிழ் வணக்கம்", "বাংলা নমস্কার", "العربية مرحبا"]
        let rows = names.enumerated().map { index, name in
            TableRow(name, ["₹\(index + 1),234.50"])
        }
        return [.table(rows + [TableRow("Total:", ["₹9,876.05"], isBold: true)])]
    }

    private var symbols: [ReceiptBlock] { [.barcode("GALLA-TEST"), .qr("GALLA-TEST")] }

    private var hardware: [ReceiptBlock] {
        let beep: [ReceiptBlock] = profile.beeper == nil ? [] : [.beep(times: 1)]
        let drawer: [ReceiptBlock] = profile.drawer == nil ? [] : [.drawerPulse]
        return [.text("The end.", style: .plain, alignment: .centre)] + beep + drawer + [.cut]
    }
}
