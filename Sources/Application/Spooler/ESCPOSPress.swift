package import ESCPOS
package import Receipts
import Typesetter

/// Receipts as ESC/POS bytes; what the printer has no characters for is drawn as dots.
package final class ESCPOSPress: ReceiptPress {
    private var template: ReceiptTemplate
    private var logo: LogoCache
    private let choose: (PrinterClues?) -> PrinterProfile
    private let report: (String) -> Void
    private let beeps: Int
    private let typesetter = Typesetter()
    private var profile: PrinterProfile
    private var encoder: ReceiptEncoder
    private var layout: Layout
    private var reported: Set<String> = []

    /// Prints for a shop on a printer of this profile; no font is loaded before it is needed.
    package convenience init(shop: ShopHeader, profile: PrinterProfile) {
        self.init(
            template: ReceiptTemplate(shop: shop), choose: { _ in profile }, report: { _ in })
    }

    /// Prints on the printer that `choose` recognises when it is met; nil stands for an unknown one.
    ///
    /// `logo` is the PNG file of the picture on top. `report` gets a sentence for each text that no
    /// installed font has, and for a picture that cannot be used, once. Behind each paper come so
    /// many tones, where the printer has a beeper.
    package init(
        template: ReceiptTemplate, logo: String? = nil,
        choose: @escaping (PrinterClues?) -> PrinterProfile, report: @escaping (String) -> Void,
        beeps: Int = 0
    ) {
        self.template = template
        self.logo = LogoCache(path: logo)
        self.choose = choose
        self.report = report
        self.beeps = beeps
        profile = choose(nil)
        encoder = ReceiptEncoder(profile)
        layout = profile.layout(rasters: [:])
        takeLogo()
    }

    /// Another printer may be another model: what was drawn for the last one stays in use.
    package func meet(_ clues: PrinterClues?) {
        let met = choose(clues)
        guard met != profile else { return }
        profile = met
        encoder = ReceiptEncoder(met)
        layout = met.layout(rasters: typesetter.rasters)
        takeLogo()
    }

    /// `ESC p` on the pin of the profile.
    package var drawerPulse: [UInt8]? { encoder.openingDrawer() }

    /// A character that no installed font has is spelled as its code point, never dropped.
    package func bytes(for order: PrintOrder) throws(PressError) -> [UInt8] {
        let document = order.document(for: template, beeps: beeps)
        var receipt = layout.receipt(of: document)
        do {
            if !receipt.unprintable.isEmpty {
                _ = try typesetter.draw(receipt.unprintable)
                layout = layout.with(rasters: typesetter.rasters)
                receipt = layout.receipt(of: document)
                tell(receipt.unprintable)
            }
            return try encoder.encode(receipt)
        } catch {
            throw PressError("The receipt cannot be drawn: \(error).")
        }
    }

    /// A receipt without its picture is still a receipt.
    private func takeLogo() {
        do throws(TypesetterError) {
            template.logo = try logo.raster(for: profile.paper)
        } catch {
            template.logo = nil
            let sentence = "\(error)"
            if reported.insert(sentence).inserted { report(sentence + ".") }
        }
    }

    private func tell(_ runs: [TextRun]) {
        for text in runs.map(\.text) where reported.insert(text).inserted {
            let points = text.unicodeScalars.map {
                "U+" + String($0.value, radix: 16, uppercase: true)
            }
            report(
                "No font of this machine has \(points.joined(separator: " ")): the receipt shows the "
                    + "number in its place. Install a font for it and print the receipt again.")
        }
    }
}

extension PrintOrder {
    /// The paper that the order asks for.
    func document(for template: ReceiptTemplate, beeps: Int = 0) -> ReceiptDocument {
        let document = content.document(for: template, mark: isMarked ? .duplicate : .original)
        return beeps > 0 ? ReceiptDocument(document.blocks + [.beep(times: beeps)]) : document
    }
}
