import Billing
import ESCPOS
import Linux
import PaperReader
import Receipts
import Settings
import SystemPackage
import Typesetter

/// A receipt that a person has looked at, and how it is made.
struct GoldenReceipt: Sendable, CustomStringConvertible {
    let name: String
    let sample: SampleBill
    var language = "en"
    let profile: String
    var hasLogo = false
    var content = ReceiptContent.usual

    var description: String { name }

    /// The eight that are kept.
    static let all = [
        GoldenReceipt(name: "english-80", sample: .tax, profile: "tm-t20iii", content: everything),
        GoldenReceipt(name: "english-58", sample: .tax, profile: "safe-58"),
        GoldenReceipt(name: "hindi-80", sample: .hindi, language: "hi", profile: "tm-t20iii"),
        GoldenReceipt(name: "tamil-58", sample: .tamil, language: "ta", profile: "safe-58"),
        GoldenReceipt(name: "arabic-80", sample: .arabic, profile: "safe-80"),
        GoldenReceipt(name: "long-58", sample: .long, profile: "xprinter-58"),
        GoldenReceipt(name: "logo-80", sample: .credit, profile: "tm-t20iii", hasLogo: true),
        GoldenReceipt(name: "return-80", sample: .return, profile: "safe-80"),
    ]

    /// The folder of the pictures.
    static let folder =
        #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Golden"

    private static let everything: ReceiptContent = {
        var content = ReceiptContent.usual
        content.hasHSN = true
        content.hasMRP = true
        content.hasCashier = true
        return content
    }()

    /// The receipt as it is drawn here and now.
    func drawn() throws -> Raster {
        guard let profile = try ShippedProfiles.catalogue().entries[profile]?.profile else {
            throw Missing(what: "the profile \(profile)")
        }
        let typesetter = Typesetter()
        let document = ReceiptDocument(
            bill: sample.bill, template: try template(for: profile.paper), mark: .original)
        let receipt = try ReceiptFixtures.laidOut(document, for: profile, with: typesetter)
        guard receipt.unprintable.isEmpty else {
            throw Missing(what: "a font for \(receipt.unprintable.map(\.text))")
        }
        return try ReceiptPicture.raster(of: receipt, with: typesetter)
    }

    private func template(for paper: Paper) throws -> ReceiptTemplate {
        let labels = GoldenReceipt.folder + "/../../../packaging/labels/\(language).toml"
        let bytes = try OpenDescriptor(path: labels, .readOnly).read(atMost: 1 << 16)
        return ReceiptTemplate(
            shop: ReceiptFixtures.fullShop,
            labels: try ReceiptLabels(toml: bytes, file: labels), content: content,
            logo: hasLogo
                ? try PictureFile.raster(
                    ofPNG: GoldenReceipt.folder + "/logo-source.png", widthDots: paper.widthDots,
                    heightDots: 320)
                : nil,
            upiPayee: UPIPayee(address: "shivik@okbank", name: "SHIVIK MART", category: "5411"))
    }

    struct Missing: Error, CustomStringConvertible {
        let what: String
        var description: String { "this machine lacks \(what)" }
    }
}
