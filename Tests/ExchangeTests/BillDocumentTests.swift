import Billing
import Exchange
import Foundation
import Testing

@Suite("A bill reads as JSON as the HTTP interface names it")
struct BillDocumentTests {
    private func bill(customer: BillCustomer?, lines: [BillLine]) throws -> Bill {
        let day = try #require(CivilDate(iso: "2026-11-23"))
        let total = lines.map(\.amount).total()
        return Bill(
            number: "BILL-2601000007", invoiceNumber: "BILL-2601000007",
            reference: SaleReference("ref-1"), lines: lines, subtotal: total, total: total,
            totalCost: lines.map(\.totalCost).total(),
            payments: [Payment(tender: .cash, amount: Money(minorUnits: 600_00))],
            change: Money(minorUnits: 600_00) - total, customer: customer, cashier: "Asha",
            soldAt: try #require(CivilTime(date: day, hour: 9, minute: 5, second: 7)))
    }

    private func part(_ label: String, _ thousandths: Int64, _ cost: Int64, _ price: Int64)
        -> LinePart
    {
        LinePart(
            batch: BatchID(1), label: label, quantity: Quantity(thousandths: thousandths),
            cost: Money(minorUnits: cost), price: Money(minorUnits: price), mrp: nil)
    }

    private func line(_ parts: LinePart...) -> BillLine {
        BillLine(
            product: Product(
                id: ProductID(3), barcode: "8901000000019", name: "चाय / Tea",
                unit: Product.Unit("pc")),
            parts: parts)
    }

    private static let whole = """
        {
          "_id": "7",
          "billNumber": "BILL-2601000007",
          "invoiceNumber": "BILL-2601000007",
          "referenceNumber": "ref-1",
          "kind": "sale",
          "createdAt": "2026-11-23T09:05:07",
          "cashier": "Asha",
          "items": [
            {
              "productId": "3",
              "barcode": "8901000000019",
              "name": "चाय / Tea",
              "unit": "pc",
              "quantity": 3,
              "price": 100.1,
              "total": 300.3,
              "batches": [
                {
                  "batch": "A1",
                  "quantity": 1,
                  "cost": 80,
                  "price": 100.1
                },
                {
                  "batch": "A2",
                  "quantity": 2,
                  "cost": 85.05,
                  "price": 100.1
                }
              ]
            }
          ],
          "subtotal": 300.3,
          "totalAmount": 300.3,
          "totalCost": 250.1,
          "profit": 50.2,
          "lines": [
            {
              "productId": "3",
              "name": "चाय / Tea",
              "quantity": 3,
              "gross": 300.3,
              "discount": 0,
              "billDiscount": 0,
              "net": 300.3,
              "cost": 250.1
            }
          ],
          "lineDiscounts": 0,
          "billDiscount": 0,
          "roundOff": 0,
          "taxRegime": "unregistered",
          "taxes": [],
          "profitExclTax": null,
          "buyer": null,
          "paymentMethod": "Cash",
          "payments": [
            {
              "method": "Cash",
              "amount": 600
            }
          ],
          "cashReceived": 600,
          "change": 299.7,
          "customer": "12",
          "customerNumber": "CUST0001",
          "customerName": "John Doe",
          "customerPhone": "9876543210",
          "customerEmail": null
        }
        """

    @Test("every field is there, with exact amounts")
    func wholeDocument() throws {
        let customer = BillCustomer(
            id: CustomerID(12), number: "CUST0001", name: "John Doe", phone: "9876543210",
            email: nil)
        let bill = try bill(
            customer: customer,
            lines: [line(part("A1", 1000, 8000, 10_010), part("A2", 2000, 8505, 10_010))])
        #expect(BillDocument.json(of: bill, id: 7) == Self.whole)
    }

    @Test("without a customer the five fields are there and null")
    func withoutCustomer() throws {
        let json = BillDocument.json(of: try bill(customer: nil, lines: []))
        for field in ["", "Number", "Name", "Phone", "Email"] {
            #expect(json.contains("\"customer\(field)\": null"))
        }
        #expect(!json.contains("_id"))
    }

    @Test("a line at two prices is two items, so that quantity times price is the total")
    func twoPrices() throws {
        let json = BillDocument.json(
            of: try bill(
                customer: nil,
                lines: [line(part("A1", 1000, 80_00, 100_00), part("A2", 1500, 80_00, 90_00))]))
        #expect(json.components(separatedBy: "\"barcode\"").count == 3)
        #expect(json.contains("\"quantity\": 1.5"))
        #expect(json.contains("\"total\": 135"))
    }

    @Test(
        "no amount goes through a binary fraction",
        arguments: [(1, "0.01"), (-5, "-0.05"), (99_999_999_999, "999999999.99"), (2950, "29.5")])
    func amounts(minorUnits: Int64, expected: String) throws {
        let lines = [line(part("A", 1000, 0, minorUnits))]
        let json = BillDocument.json(of: try bill(customer: nil, lines: lines))
        #expect(
            json.contains("\"totalAmount\": \(expected)\n")
                || json.contains("\"totalAmount\": \(expected),"))
    }
}
