import Billing
import Foundation
import Printing
import Spooler
import Testing

extension PrintOrder {
    /// The order that prints the bill of this number: one line, paid in cash.
    static func numbered(_ number: Int64, isMarked: Bool = false, isRetry: Bool = false) throws
        -> PrintOrder
    {
        let time = try #require(CivilTime(iso: "2026-11-15 10:30:00"))
        let part = LinePart(
            batch: BatchID(1), label: "A1", quantity: .one, cost: Money(minorUnits: 8_000),
            price: Money(minorUnits: 10_000), mrp: nil)
        let product = Product(
            id: ProductID(1), barcode: "1", name: "Product A", unit: Product.Unit("pc"))
        let bill = Bill(
            number: "BILL-2601\(String(format: "%06d", number))", invoiceNumber: "x",
            reference: SaleReference("r"), lines: [BillLine(product: product, parts: [part])],
            subtotal: Money(minorUnits: 10_000), total: Money(minorUnits: 10_000),
            totalCost: Money(minorUnits: 8_000),
            payments: [Payment(tender: .cash, amount: Money(minorUnits: 10_000))], change: .zero,
            customer: nil, cashier: "Asha", soldAt: time)
        return PrintOrder(
            job: PrintJob.ID(number), bill: bill, isMarked: isMarked, isRetry: isRetry)
    }
}
