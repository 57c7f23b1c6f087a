package import ESCPOS
package import Receipts
import Symbols

/// What a laid-out receipt has to look like when it comes out of a certain printer.
package enum ExpectedPaper {
    /// The rows, as `PrintedPaper` draws them.
    package static func rows(of receipt: LaidOutReceipt, on profile: PrinterProfile) -> [String] {
        let shown = TextRenderer.rows(of: receipt)
        return zip(receipt.lines, shown).flatMap { line, row -> [String] in
            switch line {
            case .barcode(let symbol, _) where !profile.symbologies.contains(symbol.symbology):
                // The bars are a picture then, and their text a line of its own.
                [row, TextRenderer.centred(symbol.text, columns: profile.paper.columns)]
            case .cut where profile.cutter == .none:
                [String](repeating: "", count: profile.tearLines)
            case .drawerPulse(let pin): opens(pin, profile) ? [row] : []
            case .beep: profile.beeper == nil ? [] : [row]
            case .text, .doubleText, .picture, .barcode, .qr, .pdf417, .cut: [row]
            }
        }
    }

    private static func opens(_ pin: DrawerPin?, _ profile: PrinterProfile) -> Bool {
        guard let drawer = profile.drawer else { return false }
        return profile.drawerPins.contains(pin ?? drawer.pin)
    }
}
