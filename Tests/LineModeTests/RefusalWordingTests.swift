import Billing
import LineMode
import Testing

@Suite("Refusals in words")
struct RefusalWordingTests {
    private let wording = Counter.wording

    @Test(
        "every refusal of the sale is one sentence with the numbers that matter",
        arguments: [
            (.noOpenBill, "There is no open bill. Scan something first."),
            (.emptyBill, "The bill has no line yet. Scan something first."),
            (.noSuchLine(7, count: 2), "There is no line 7; the bill has 2."),
            (
                .notEnoughStock(
                    product: "Product A", wanted: Quantity(pieces: 12),
                    inStock: Quantity(pieces: 11), unit: "pc"),
                "Only 11 pc in stock, 12 wanted: Product A"
            ),
            (
                .notEnoughStock(
                    product: "Rice",
                    wanted: Quantity(thousandths: 450), inStock: .zero, unit: "kg"),
                "Only 0 kg in stock, 0.45 wanted: Rice"
            ),
            (.noQuantity, "Nothing of it was asked for; nothing was changed."),
            (.notWhole(product: "Product A", unit: "pc"), "Sold by the whole pc only: Product A"),
            (.quantityTooLarge, "That is more than a bill can hold of one product."),
            (.billTooLarge, "The bill would be more than a till can take. Start another one."),
            (
                .priceBelowCost(
                    product: "Product A", price: Money(minorUnits: 82_00),
                    cost: Money(minorUnits: 85_00), batch: "A2"),
                "₹82.00 is below the cost of ₹85.00 of batch A2: Product A"
            ),
            (
                .priceAboveMRP(
                    product: "Tea", price: Money(minorUnits: 110_01),
                    mrp: Money(minorUnits: 110_00), batch: "T1"),
                "₹110.01 is above the MRP of ₹110.00 of batch T1: Tea"
            ),
            (
                .discountBelowCost(
                    product: "Product A", price: Money(minorUnits: 84_99),
                    cost: Money(minorUnits: 85_00), batch: "A2"),
                "After the discounts ₹84.99 a unit would be left, below the cost of ₹85.00 of "
                    + "batch A2. Take a discount off first: Product A"
            ),
            (
                .discountTooLarge(Money(minorUnits: 100_01), of: Money(minorUnits: 100_00)),
                "₹100.01 cannot be taken off ₹100.00. Type a smaller discount."
            ),
            (
                .discountOverLimit(hundredths: 12_50),
                "This shop takes off 12.5% at most. Type a smaller discount."
            ),
            (.noBatches(product: "Tea glass"), "It is in no stock and has no batches: Tea glass"),
            (
                .buyerMissing(from: Money(minorUnits: 50_000_00)),
                "A bill of ₹50000.00 or more names who buys. Type buyer and the name, and address "
                    + "and where they are; then pay again."
            ),
            (.cashShort(Money(minorUnits: 1)), "Not enough: ₹0.01 is missing."),
            (.settling, "The bill is being saved. Wait for its number."),
        ] as [(Rejection, String)])
    func rejections(rejection: Rejection, sentence: String) {
        #expect(wording.refusal(rejection) == Row(.refusal, sentence))
    }

    @Test("a code that is nothing says so, and that nothing was added")
    func barcodes() {
        #expect(
            wording.unknownBarcode("8901234567890")
                == Row(
                    .refusal, "No product has the barcode 8901234567890. Nothing was added."))
        #expect(
            wording.unreadableBarcode("8901234567891", reason: "its check digit is wrong.")
                == Row(.refusal, "8901234567891: its check digit is wrong. Nothing was added."))
    }

    @Test("a bad phone names the shop's rule; a name needs a phone")
    func customers() throws {
        let refusal = try #require(
            #expect(throws: Phone.Refusal.self) { try Phone(parsing: "12345") })
        #expect(
            wording.badPhone(refusal)
                == Row(
                    .refusal,
                    "That is no phone number: a phone number has 10 digits and starts with one of "
                        + "6, 7, 8, 9. Nothing was changed."))
        #expect(wording.nameWithoutPhone.tone == .refusal)
        #expect(wording.nameWithoutPhone.text.contains("type phone 98765 43210"))
    }
}
