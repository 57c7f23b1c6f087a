import Billing
import ESCPOS
import Glibc
import Printing
import Receipts
import Spooler
import System
import Typesetter

/// Layout and encoding of a receipt of forty lines with its barcode, as the printer's thread does it.
enum ReceiptBenchmark {
    /// The fastest peer, an encoder without layout, makes 14,600 a second on such a machine.
    private static let bound = 20_000.0
    private static let receipts = 2_000
    private static let rounds = 9

    static func run(into table: inout Table) throws {
        guard let order = order else { return }
        let document = ReceiptDocument(bill: order.bill, shop: shop, mark: .original)
        let profile = PrinterProfile.paper80
        let typesetter = Typesetter()
        _ = try typesetter.draw(profile.layout(rasters: [:]).missingRuns(of: document))
        let layout = profile.layout(rasters: typesetter.rasters)
        let encoder = ReceiptEncoder(profile)
        let set = try rate { _ = try encoder.encode(layout.receipt(of: document)) }
        table.add(
            "receipts of 40 lines, layout and encoding",
            "\(set.processor) a second of processor time", bound: "20000",
            holds: Double(set.processor) >= bound)
        table.add("the same by the clock on the wall", "\(set.wall) a second")

        let press = ESCPOSPress(shop: shop, profile: profile)
        let size = try press.bytes(for: order).count
        let whole = try rate { _ = try press.bytes(for: order) }
        table.add(
            "the same with the document made from the bill",
            "\(whole.processor) a second of processor time")
        table.add("bytes of such a receipt, every amount with ₹", "\(size)")
        table.add(
            "USB transfers of such a receipt", "\((size + 16_383) / 16_384)", bound: "1 per 16 KiB")
    }

    /// How often `body` runs in a second: the median over rounds, by processor and by wall time.
    private static func rate(_ body: () throws -> Void) rethrows -> (processor: Int, wall: Int) {
        var processor: [Int] = []
        var wall: [Int] = []
        for _ in 0..<rounds {
            let start = (clock(), Clocks.monotonicNanoseconds())
            for _ in 0..<receipts { try body() }
            let ticks = Double(clock() - start.0)
            let nanoseconds = Double(Clocks.monotonicNanoseconds() - start.1)
            processor.append(Int(Double(receipts) * Double(CLOCKS_PER_SEC) / ticks))
            wall.append(Int(Double(receipts) * 1e9 / nanoseconds))
        }
        return (processor.sorted()[rounds / 2], wall.sorted()[rounds / 2])
    }

    private static let shop = ShopHeader(
        name: "SHIVIK MART", address: ["12 Station Road", "Pune 411001"], footer: ["Thank you!"])

    private static var order: PrintOrder? {
        guard let time = CivilTime(iso: "2026-11-15 10:30:00") else { return nil }
        let lines = (1...40).map { number in
            BillLine(
                product: Product(
                    id: ProductID(Int64(number)), barcode: "\(number)",
                    name: "Parle-G Biscuit \(100 + number) g", unit: Product.Unit("pc")),
                parts: [
                    LinePart(
                        batch: BatchID(Int64(number)), label: "A", quantity: Quantity(pieces: 2),
                        cost: Money(minorUnits: 800), price: Money(minorUnits: 1_050), mrp: nil)
                ])
        }
        let total = lines.map(\.amount).total()
        let bill = Bill(
            number: "BILL-2601000001", invoiceNumber: "BILL-2601000001",
            reference: SaleReference("r"), lines: lines, subtotal: total, total: total,
            totalCost: .zero, payments: [Payment(tender: .cash, amount: total)], change: .zero,
            customer: nil, cashier: "Asha", soldAt: time)
        return PrintOrder(job: PrintJob.ID(1), bill: bill, isMarked: false)
    }
}
