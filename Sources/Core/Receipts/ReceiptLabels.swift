/// The words of a receipt that are the same on every bill.
package struct ReceiptLabels: Hashable, Sendable {
    let billNumber: String
    let invoiceNumber: String
    let customer: String
    let phone: String
    let date: String
    let subtotal: String
    let total: String
    let payment: String
    let cashGiven: String
    let change: String
    let shopPhone: String
    let gstin: String
    let duplicate: String
    let creditNote: String
    let creditNoteNumber: String
    let against: String
    let refund: String
    let taxInvoice: String
    let billOfSupply: String
    let compositionNotice: String
    let buyer: String
    let discount: String
    let lineDiscounts: String
    let billDiscount: String
    let roundOff: String
    let rate: String
    let taxable: String
    let cgst: String
    let sgst: String
    let gst: String
    let exempt: String
    let saved: String

    /// English, the words the rest of the documentation uses.
    package static let english = ReceiptLabels(
        billNumber: "Bill No:", invoiceNumber: "Invoice No:", customer: "Customer:",
        phone: "Phone:", date: "Date:", subtotal: "Subtotal:", total: "Total:",
        payment: "Payment:", cashGiven: "Cash given:", change: "Change:", shopPhone: "Tel:",
        gstin: "GSTIN:", duplicate: "DUPLICATE", creditNote: "Credit Note",
        creditNoteNumber: "Credit Note No:", against: "Against Bill:", refund: "Refund:",
        taxInvoice: "Tax Invoice",
        billOfSupply: "Bill of Supply",
        compositionNotice: "composition taxable person, not eligible to collect tax on supplies",
        buyer: "Buyer:", discount: "  Discount", lineDiscounts: "Discounts:",
        billDiscount: "Bill discount:", roundOff: "Round off:", rate: "Tax", taxable: "Taxable",
        cgst: "CGST", sgst: "SGST", gst: "GST", exempt: "Exempt", saved: "You saved")
}
