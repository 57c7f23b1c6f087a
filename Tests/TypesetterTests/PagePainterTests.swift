import Billing
import Kiosk
import Testing

@testable import Typesetter

/// A kiosk's pages as pixels.
@Suite("pages as pixels")
struct PagePainterTests {
    private let screen = KioskScreen(
        languages: [.english], currency: "₹", shop: "SHIVIK MART",
        payee: UPIPayee(address: "shop@bank", name: "Shop", category: nil))

    private func sale(_ names: [String], attempt: Bool = false) throws -> Sale {
        var sale = Sale.idle
        let opening = BillOpening(SaleReference("sale-1"))
        for (index, name) in names.enumerated() {
            let product = Product(
                id: ProductID(Int64(index + 1)), barcode: "\(index)", name: name,
                unit: Product.Unit("pc"))
            let batch = Batch(
                id: BatchID(Int64(index + 1)), label: "X", available: Quantity(pieces: 9),
                cost: .zero, price: Money(minorUnits: 45_00), mrp: nil)
            let offer = Offer(product: product, batches: [batch])
            _ = try sale.apply(.scanned(offer, .one, opening: opening))
        }
        guard attempt, let due = sale.openBill?.due else { return sale }
        _ = try sale.apply(.paying(.attempted(PaymentAttempt(id: "try1", amount: due))))
        return sale
    }

    /// The page that a kiosk shows which starts with this sale.
    private func page(_ sale: Sale) -> KioskPage {
        var kiosk = Kiosk(rules: KioskRules(takesUPI: true))
        _ = kiosk.apply(.started, sale: sale)
        return screen.page(of: kiosk, sale: sale)
    }

    private static let names = ["Atta 5 kg", "हल्दी पाउडर 100 ग्राम", "சாம்பார் பொடி"]

    @Test(
        "the strips of a first page cover the screen once, whatever its size",
        arguments: [(800, 480), (1024, 600), (1280, 720), (1920, 1080), (480, 800), (320, 240)])
    func cover(width: Int, height: Int) throws {
        for sale in [Sale.idle, try sale(Self.names), try sale(Self.names, attempt: true)] {
            let painter = try PagePainter(width: width, height: height)
            let strips = try painter.paint(page(sale))
            var row = 0
            for strip in strips.sorted(by: { $0.y < $1.y }) {
                #expect(strip.y == row)
                #expect(strip.pixels.count == width * strip.height)
                row = strip.y + strip.height
            }
            #expect(row == height)
        }
    }

    @Test("a page that is shown already costs nothing; one more article only its rows")
    func changes() throws {
        let painter = try PagePainter(width: 800, height: 480)
        _ = try painter.paint(page(try sale(Self.names)))
        #expect(try painter.paint(page(try sale(Self.names))).isEmpty)
        let strips = try painter.paint(page(try sale(Self.names + ["Cola"])))
        #expect(!strips.isEmpty)
        #expect(strips.map(\.height).reduce(0, +) < 250)
    }

    @Test("painted strip by strip, the screen is what it would be painted at once")
    func steps() throws {
        let sales = [
            Sale.idle, try sale(["Atta"]), try sale(Self.names),
            try sale(Self.names, attempt: true), try sale(Self.names + ["Cola"]),
        ]
        let painter = try PagePainter(width: 640, height: 480)
        var picture = PagePicture(width: 640, height: 480)
        for sale in sales {
            for strip in try painter.paint(page(sale)) { picture.show(strip) }
            var fresh = PagePicture(width: 640, height: 480)
            let other = try PagePainter(width: 640, height: 480)
            for strip in try other.paint(page(sale)) { fresh.show(strip) }
            #expect(picture == fresh)
        }
    }

    @Test("more articles than there is room for: the newest are there, and the total")
    func many() throws {
        let layout = PageLayout(width: 800, height: 480) { _ throws(TypesetterError) in 30 }
        let names = (1...60).map { "Article \($0)" }
        let bands = try layout.bands(of: page(try sale(names)))
        let texts = bands.flatMap(\.pieces).compactMap { piece in
            switch piece {
            case .text(let text, _, _), .line(let text, _, _): text.text
            case .code: nil
            }
        }
        #expect(texts.contains("Article 60"))
        #expect(!texts.contains("Article 1"))
        #expect(texts.contains("₹2700.00"))
        #expect(texts.contains { $0.hasPrefix("… ") })
    }
}
