import Billing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a bill's document says of one line: its discounts and the tax in what is left.
struct BillLineDocument: Encodable {
    private let productId: String
    private let name: String
    private let quantity: Decimal
    private let gross: Decimal
    private let discount: Decimal
    private let billDiscount: Decimal
    private let net: Decimal
    private let cost: Decimal
    private let hsn: String?
    private let tax: BillTax?

    /// Copies what the bill says.
    init(_ line: BillLine) {
        productId = String(line.product.id.raw)
        name = line.product.name
        quantity = line.quantity.decimal
        gross = line.amounts.gross.decimal
        discount = line.amounts.discount.decimal
        billDiscount = line.amounts.billDiscount.decimal
        net = line.amounts.net.decimal
        cost = line.totalCost.decimal
        hsn = line.product.hsn
        tax = line.amounts.tax.map(BillTax.init)
    }
}

/// What a bill's document says of the tax of one rate, of a line or of the bill.
struct BillTax: Encodable {
    private let rate: Decimal
    private let taxable: Decimal
    private let cgst: Decimal
    private let sgst: Decimal

    /// Copies the tax of a line; the rate is in percent.
    init(_ tax: LineTax) {
        self.init(TaxRow(rate: tax.rate, taxable: tax.taxable, cgst: tax.cgst, sgst: tax.sgst))
    }

    /// Copies the tax of a rate; the rate is in percent.
    init(_ row: TaxRow) {
        rate = Money(minorUnits: Int64(row.rate.hundredths)).decimal
        taxable = row.taxable.decimal
        cgst = row.cgst.decimal
        sgst = row.sgst.decimal
    }
}

/// What a bill's document says of who it is made out to.
struct BillBuyer: Encodable {
    private let gstin: String?
    private let name: String?
    private let address: String?

    /// Copies what the bill says.
    init(_ buyer: Buyer) {
        gstin = buyer.gstin?.text
        name = buyer.name
        address = buyer.address
    }
}
