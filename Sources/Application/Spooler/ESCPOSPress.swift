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
    /// What knows whether the printer that was met has the picture in its own memory.
    package var keeper: PictureKeeper? {
        didSet { takeEncoder() }
    }

    /// Prints for a shop on a printer of this profile; no font is loaded before it is needed.
    package convenience init(shop: ShopHeader, profile: PrinterProfile) {
        self.init(
            template: ReceiptTemplate(shop: shop), choose: { _ in profile }, report: { _ in })
    }

    /// Prints on the printer that `choose` recognises when it is met; nil stands for an unknown one.
    ///
    /// `logo` is the PNG file of the picture on top. `report` gets a sentence for each text that no
    /// installed font has, and for a picture that cannot be used, once. Behind each paper come so
    /// many tones, where the printer has a beeper. `pictureLog` is the file of the notes by which the
    /// picture is put into the memory of a printer that has one; nil sends it with each receipt.
    package init(
        template: ReceiptTemplate, logo: String? = nil,
        choose: @escaping (PrinterClues?) -> PrinterProfile, report: @escaping (String) -> Void,
        beeps: Int = 0, pictureLog: String? = nil
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
        if logo != nil, let pictureLog {
            keeper = PictureKeeper(log: pictureLog, report: report)
        }
    }

    /// Another printer may be another model: what was drawn for the last one stays in use.
    package func meet(_ clues: PrinterClues?) {
        let met = choose(clues)
        if met != profile {
            profile = met
            layout = met.layout(rasters: typesetter.rasters)
            takeLogo()
        }
        // The same model may be another printer.
        keeper?.meet(template.logo, ReceiptEncoder(met))
        takeEncoder()
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

    private func takeEncoder() {
        encoder = ReceiptEncoder(profile, stored: keeper?.stored ?? .none)
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
