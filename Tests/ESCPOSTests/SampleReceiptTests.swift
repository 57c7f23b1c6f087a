import Billing
import ESCPOS
import Linux
import PaperReader
import Receipts
import Scanning
import Settings
import SystemPackage
import Testing
import Typesetter

/// The sample bills and slips in every language, on printers that differ in all that matters.
@Suite("Sample receipts")
struct SampleReceiptTests {
    private static let models = ["safe-58", "tm-t20iii", "tm-u220", "tvs-rp3160"]

    private static func labels(_ language: String) throws -> ReceiptLabels {
        let tree = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        let path = tree + "/packaging/labels/\(language).toml"
        let bytes = try OpenDescriptor(path: path, .readOnly).read(atMost: 1 << 16)
        return try ReceiptLabels(toml: bytes, file: path)
    }

    @Test("what is paid less the change is the total, and the lines lead to it")
    func sums() {
        for sample in SampleBill.allCases {
            let bill = sample.bill
            #expect(bill.payments.map(\.amount).total() - bill.change == bill.total, "\(sample)")
            #expect(bill.change <= bill.payments.total(of: .cash), "\(sample)")
            let net = bill.lines.map(\.amounts.net).total() + bill.totals.roundOff
            #expect(net == bill.total, "\(sample)")
        }
    }

    @Test("reads back whole in every language", arguments: models, ["en", "hi", "ta"])
    func languages(model: String, language: String) throws {
        let profile = try #require(try ShippedProfiles.catalogue().entries[model]).profile
        var template = ReceiptTemplate(
            shop: ReceiptFixtures.fullShop, labels: try Self.labels(language),
            upiPayee: UPIPayee(address: "shivik@okbank", name: "SHIVIK MART", category: nil))
        template.content.hasHSN = true
        template.content.hasMRP = true
        template.content.hasCashier = true
        let typesetter = Typesetter()
        for (sample, document) in Self.documents(of: template) {
            let receipt = try ReceiptFixtures.laidOut(document, for: profile, with: typesetter)
            #expect(receipt.unprintable.isEmpty, "\(sample) \(receipt.unprintable)")
            let paper = try PaperReader.read(
                ReceiptEncoder(profile).encode(receipt), profile: profile,
                known: KnownImages(of: receipt))
            let wanted = ExpectedPaper.rows(of: receipt, on: profile)
            #expect(Self.words(paper.rows) == Self.words(wanted), "\(sample)")
            #expect(paper.rows.contains { $0.contains("DUPLICATE") })
        }
    }

    @Test("the number of every sample is bars on 58 mm")
    func bars() throws {
        let layout = PrinterProfile.paper58.layout(rasters: [:])
        for sample in SampleBill.allCases {
            let document = ReceiptDocument([.barcode(sample.bill.number)])
            guard case .barcode = layout.receipt(of: document).lines.first else {
                Issue.record("\(sample.bill.number) is printed in letters")
                continue
            }
        }
    }

    @Test("a slip's sums are those of a till: what was bought, what was owed, what is left")
    func slips() throws {
        guard case .heldBill(let held) = SampleSlip.held.slip(payingTo: nil),
            case .statement(let statement) = SampleSlip.statement.slip(payingTo: nil),
            case .repayment(let repayment) = SampleSlip.repayment.slip(payingTo: nil)
        else {
            Issue.record("a slip is of another kind than its name")
            return
        }
        let rounding = SampleBill.credit.bill.totals.roundOff
        #expect(held.rows.map(\.amount).total() + rounding == held.total)
        #expect(held.code == ControlCode.resume(held.number).text)
        let before = try #require(statement.broughtForward)
        #expect(before + statement.entries.map(\.amount).total() == statement.balance)
        #expect(repayment.left == statement.balance && statement.balance <= statement.limit)
        #expect(statement.entries.last?.amount == .zero - repayment.amount)
    }

    @Test("the code of the UPI sample pays the shop's own address, and a made-up one without it")
    func payee() {
        let own = UPIPayee(address: "shivik@okbank", name: "SHIVIK MART", category: nil)
        for (payee, address) in [(own, "pa=shivik@okbank&"), (nil, "pa=shop@bank&")] {
            guard case .upiCode(let request) = SampleSlip.upi.slip(payingTo: payee) else {
                Issue.record("the sample is no UPI code")
                continue
            }
            #expect(request.uri.contains(address))
        }
    }

    @Test("no two samples have one name")
    func names() {
        let names = SampleBill.allCases.map(\.rawValue) + SampleSlip.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
    }

    /// Every sample as a paper, by its name.
    private static func documents(
        of template: ReceiptTemplate
    ) -> [(name: String, document: ReceiptDocument)] {
        SampleBill.allCases.map { sample in
            (
                sample.rawValue,
                ReceiptDocument(bill: sample.bill, template: template, mark: .duplicate)
            )
        }
            + SampleSlip.allCases.map { sample in
                let slip = sample.slip(payingTo: template.upiPayee)
                return (
                    sample.rawValue,
                    ReceiptDocument(slip: slip, template: template, mark: .duplicate)
                )
            }
    }

    /// Spaces are not compared: scripts differ in width from dots.
    private static func words(_ rows: [String]) -> [String] {
        rows.flatMap { $0.unicodeScalars.split(separator: " ").map { String($0) } }
    }
}
