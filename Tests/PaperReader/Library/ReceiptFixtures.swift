package import Billing
package import ESCPOS
package import Receipts
package import Typesetter

/// Bills and documents that tests and benchmarks share.
package enum ReceiptFixtures {
    /// The shop of the specification's receipt.
    package static let shop = ShopHeader(name: "SHIVIK MART")

    /// A shop that says everything a shop can say.
    package static let fullShop = ShopHeader(
        name: "SHIVIK MART", address: ["12 Gandhi Road", "Pune 411001"], phone: "020 2567 8901",
        gstin: "27ABCDE1234F1Z5", footer: ["Thank you, visit again"])

    /// The specification's receipt, paid with ₹600 in cash.
    package static func specification() -> Bill {
        bill(
            number: "BILL-1234567890",
            lines: [line("Product A", 2000, [10_000]), line("Product B", 3000, [10_000])],
            customer: johnDoe, cash: 60_000)
    }

    /// A bill of forty lines with a price in rupees in each of two columns.
    package static func fortyLines() -> Bill {
        let names = [
            "Toor Dal 1 kg", "Basmati Rice 5 kg", "Sunflower Oil 1 l", "Tea 250 g", "Sugar 1 kg",
            "Glucose Biscuits", "Bath Soap 125 g", "Detergent 1 kg",
        ]
        let lines = (0..<40).map { index in
            line(
                names[index % names.count], Int64(index % 3 + 1) * 1000,
                [Int64(4500 + index * 250)])
        }
        return bill(
            number: "BILL-2601000042", lines: lines, customer: johnDoe, cash: 2_000_000)
    }

    /// A bill with names in Devanagari, Tamil and Arabic beside English ones.
    package static func manyScripts() -> Bill {
        bill(
            number: "BILL-2601000007",
            lines: [
                line("टाटा नमक 1 किग्रा", 2000, [2800]), line("आशीर्वाद आटा", 1000, [26_050]),
                line("பொன்னி அரிசி", 3000, [6400]), line("தேங்காய் எண்ணெய் 500 மிலி", 1000, [18_500]),
                line("Basmati Rice 5 kg", 1000, [62_000]), line("شاي أخضر", 2000, [9900]),
            ],
            customer: BillCustomer(
                id: CustomerID(2), number: "CUST0002", name: "श्रीमती मीनाक्षी", phone: "9812345678",
                email: nil),
            cash: 150_000)
    }

    /// The customer of the specification.
    package static let johnDoe = BillCustomer(
        id: CustomerID(1), number: "CUST0001", name: "John Doe", phone: "9876543210", email: nil)

    /// A line of one product, a part for each price; the quantity goes to the first one.
    package static func line(
        _ name: String, _ thousandths: Int64, _ prices: [Int64], unit: String = "pc"
    ) -> BillLine {
        let parts = prices.enumerated().map { index, price in
            LinePart(
                batch: BatchID(Int64(index + 1)), label: "A\(index + 1)",
                quantity: index == 0 ? Quantity(thousandths: thousandths) : .one,
                cost: Money(minorUnits: price / 2), price: Money(minorUnits: price), mrp: nil)
        }
        let product = Product(
            id: ProductID(1), barcode: "8901234567890", name: name, unit: Product.Unit(unit))
        return BillLine(product: product, parts: parts)
    }

    /// A bill over lines, paid in cash on 15 January 2025 at half past ten.
    package static func bill(
        number: String, lines: [BillLine], customer: BillCustomer? = nil, cash: Int64,
        invoice: String? = nil
    ) -> Bill {
        let total = lines.map(\.amount).total()
        guard let date = CivilDate(year: 2025, month: 1, day: 15),
            let time = CivilTime(date: date, hour: 10, minute: 30, second: 0)
        else { preconditionFailure("the fixture's date exists") }
        return Bill(
            number: number, invoiceNumber: invoice ?? number, reference: SaleReference(number),
            lines: lines, subtotal: total, total: total,
            totalCost: lines.map(\.totalCost).total(),
            payments: [Payment(tender: .cash, amount: Money(minorUnits: cash))],
            change: Money(minorUnits: cash) - total, customer: customer, cashier: "asha",
            soldAt: time)
    }

    /// Lays a document out for a printer, drawing what it lacks.
    package static func laidOut(
        _ document: ReceiptDocument, for profile: PrinterProfile, with typesetter: Typesetter
    ) throws(TypesetterError) -> LaidOutReceipt {
        let missing = profile.layout(rasters: [:]).missingRuns(of: document)
        let drawing = try typesetter.draw(missing)
        return profile.layout(rasters: drawing.rasters).receipt(of: document)
    }
}
