import Billing
import Printing
import Receipts
import Spooler

/// The receipts that are measured.
enum ReceiptSamples {
    static let shop = ShopHeader(
        name: "SHIVIK MART", address: ["12 Station Road", "Pune 411001"], footer: ["Thank you!"])

    /// The words and symbols of `Benchmarks/peer`, in the same places.
    static func peers(currency: String) -> ReceiptDocument {
        let rows = (1...40).map { number in
            let digits = number < 10 ? "0\(number)" : "\(number)"
            return TableRow(
                "Item \(digits) Biscuit", [currency + "\(number * 5 + 13).\(digits)"])
        }
        return ReceiptDocument([
            .text("SHIVIK MART", style: .headline, alignment: .centre), .table(rows),
            .table([TableRow("Total:", [currency + "4725.00"], isBold: true)]),
            .barcode("BILL-2601000001"),
            .qr("upi://pay?pa=shivik@upi&pn=Shivik%20Mart&am=4725.00&cu=INR"), .cut,
        ])
    }

    /// Ten names in Devanagari among thirty English ones.
    static var devanagari: ReceiptDocument {
        let names = [
            "टाटा नमक 1 किग्रा", "आशीर्वाद आटा", "बासमती चावल", "अरहर दाल", "सरसों का तेल",
            "चाय पत्ती", "चीनी 1 किग्रा", "हल्दी पाउडर", "लाल मिर्च", "नहाने का साबुन",
        ]
        let rows = (0..<40).map { number in
            TableRow(
                number < names.count ? names[number] : "Biscuit \(number)", ["₹\(number + 20)"])
        }
        return ReceiptDocument([
            .text("SHIVIK MART", style: .headline, alignment: .centre), .table(rows),
            .barcode("BILL-2601000001"), .cut,
        ])
    }

    /// A disc on a ground of single dots, like a dithered logo.
    static var logo: Raster {
        var logo = Raster(width: 384, height: 200)
        for y in 0..<200 {
            for x in 0..<384 {
                let isInside = (x - 192) * (x - 192) + (y - 100) * (y - 100) < 9_000
                logo[x, y] = isInside || (x * 7 + y * 13) % 11 == 0
            }
        }
        return logo
    }

    /// Forty lines with two amounts each, and the barcode of the bill.
    static var order: PrintOrder? {
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
