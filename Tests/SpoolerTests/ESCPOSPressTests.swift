import Billing
import ESCPOS
import Foundation
import Printing
import Receipts
import Spooler
import Testing
import Typesetter

@Suite struct ESCPOSPressTests {
    private func order(_ name: String) throws -> PrintOrder {
        let time = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        let line = BillLine(
            product: Product(
                id: ProductID(1), barcode: "1", name: name, unit: Product.Unit("pc")),
            parts: [
                LinePart(
                    batch: BatchID(1), label: "A", quantity: Quantity(pieces: 1),
                    cost: Money(minorUnits: 800), price: Money(minorUnits: 1_000), mrp: nil)
            ])
        let bill = Bill(
            number: "B1", invoiceNumber: "B1", reference: SaleReference("r"), lines: [line],
            subtotal: line.amount, total: line.amount, totalCost: .zero,
            payments: [Payment(tender: .cash, amount: line.amount)], change: .zero, customer: nil,
            cashier: "Asha", soldAt: time)
        return PrintOrder(job: PrintJob.ID(1), bill: bill, isMarked: false)
    }

    @Test("the printer that is met decides what is sent; the next one may be another model")
    func meets() throws {
        var rich = PrinterProfile.paper58
        rich.missingSigns = .userDefined
        let richProfile = rich
        let press = ESCPOSPress(
            template: ReceiptTemplate(shop: ShopHeader(name: "Shop")),
            choose: { $0?.model == "Rich" ? richProfile : .paper80 }, report: { _ in })
        let order = try order("Tea")
        let unknown = try press.bytes(for: order)
        press.meet(PrinterClues(maker: "Any", model: "Rich"))
        let rich58 = try press.bytes(for: order)
        // ESC & 3: a character of our own; ESC * 33: dots in the line.
        #expect(!contains(unknown, [0x1B, 0x26, 3]) && contains(unknown, [0x1B, 0x2A, 33]))
        #expect(contains(rich58, [0x1B, 0x26, 3]) && !contains(rich58, [0x1B, 0x2A, 33]))
        press.meet(nil)
        #expect(try press.bytes(for: order) == unknown)
    }

    @Test("what no font has is told once, with its number")
    func reports() throws {
        let told = Told()
        let press = ESCPOSPress(
            template: ReceiptTemplate(shop: ShopHeader(name: "Shop")), choose: { _ in .paper80 },
            report: { told.sentences.append($0) })
        _ = try press.bytes(for: order("Tea"))
        #expect(told.sentences.isEmpty)
        for _ in 0..<2 { _ = try press.bytes(for: order("Salt \u{10FF0E}")) }
        #expect(told.sentences.count == 1)
        #expect(told.sentences.first?.contains("U+10FF0E") == true)
    }

    @Test("the picture on top is as wide as the paper of the printer that is met allows")
    func logo() throws {
        let path = NSTemporaryDirectory() + "galla-logo-\(UUID().uuidString).png"
        var wide = Raster(width: 500, height: 10)
        for x in 0..<500 { wide[x, 5] = true }
        try wide.writePNG(to: path)
        defer {
            do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
        }
        let press = ESCPOSPress(
            template: ReceiptTemplate(shop: ShopHeader(name: "Shop")), logo: path,
            choose: { $0 == nil ? .paper80 : .paper58 }, report: { Issue.record("\($0)") })
        // GS v 0 with 63 bytes a row: 500 dots; then with 48: 384 dots, and eight rows.
        #expect(contains(try press.bytes(for: order("Tea")), [0x1D, 0x76, 0x30, 0, 63, 0, 10, 0]))
        press.meet(PrinterClues(maker: "Any", model: "Narrow"))
        #expect(contains(try press.bytes(for: order("Tea")), [0x1D, 0x76, 0x30, 0, 48, 0, 8, 0]))
    }

    @Test("a picture that cannot be used is told once, and receipts print without it")
    func noLogo() throws {
        let told = Told()
        let press = ESCPOSPress(
            template: ReceiptTemplate(shop: ShopHeader(name: "Shop")), logo: "/nowhere/logo.png",
            choose: { $0 == nil ? .paper80 : .paper58 }, report: { told.sentences.append($0) })
        let plain = ESCPOSPress(shop: ShopHeader(name: "Shop"), profile: .paper80)
        let order = try order("Tea")
        #expect(try press.bytes(for: order) == plain.bytes(for: order))
        press.meet(PrinterClues(maker: "Any", model: "Narrow"))
        #expect(told.sentences.count == 1)
        #expect(told.sentences.first?.contains("/nowhere/logo.png") == true)
    }

    private final class Told { var sentences: [String] = [] }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: part) }
    }
}
