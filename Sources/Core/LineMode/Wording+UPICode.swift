package import Billing
import Symbols

extension Wording {
    /// The code that the customer's phone opens, drawn on the screen; the link where it is too long.
    package func code(_ link: UPILink) -> [Row] { Self.code(of: link.uri) }

    /// A text as a QR code drawn in characters; the text itself where it is too long.
    package static func code(of text: String) -> [Row] {
        guard let symbol = QRSymbol(text, correction: .low) else {
            return [Row(.plain, text)]
        }
        let grid = symbol.grid
        // Two white modules do for a screen; ISO/IEC 18004 wants four, on paper.
        let (quiet, height) = (2, grid.height)
        return stride(from: -quiet, to: height + quiet, by: 2).map { top in
            let characters = (-quiet..<grid.width + quiet).map { x in
                half(
                    upper: grid.isDark(x, top), lower: grid.isDark(x, top + 1))
            }
            return Row(.code, String(characters))
        }
    }

    /// Two modules above each other as one character, twice as high as wide on most terminals.
    private static func half(upper: Bool, lower: Bool) -> Character {
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
    }
}

extension ModuleGrid {
    /// Whether a module is dark; all is white around the symbol.
    fileprivate func isDark(_ x: Int, _ y: Int) -> Bool {
        (0..<width).contains(x) && (0..<height).contains(y) && self[x, y]
    }
}
